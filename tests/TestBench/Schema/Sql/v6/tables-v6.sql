-- What v4 (users), v5 (visual editor) and v6 (archived lists, second factor) added.
alter table lists add column status list_status not null default 'active';
create index idx_lists_status on lists (status);
create index idx_subs_id_status on subscribers (id, status);

alter table templates add column body_source text;
alter table campaigns
    add column body_source text,
    add column attribs jsonb not null default '{}',
    add foreign key (template_id) references templates (id) on delete set null,
    add foreign key (archive_template_id) references templates (id) on delete set null;

create table roles (
    id serial primary key,
    type role_type not null default 'user',
    parent_id integer references roles (id) on delete cascade on update cascade,
    list_id integer references lists (id) on delete cascade on update cascade,
    permissions text[] not null default '{}',
    name text,
    created_at timestamptz default now(),
    updated_at timestamptz default now()
);
create unique index roles_parent_list on roles (parent_id, list_id);
create unique index roles_type_name on roles (type, name) where name is not null;

create table users (
    id serial primary key,
    username text not null unique,
    password_login boolean not null default false,
    password text,
    email text not null unique,
    name text not null,
    avatar text,
    type user_type not null default 'user',
    user_role_id integer not null references roles (id) on delete restrict,
    list_role_id integer references roles (id) on delete cascade,
    status user_status not null default 'disabled',
    twofa_type twofa_type not null default 'none',
    twofa_key text,
    loggedin_at timestamptz,
    created_at timestamptz default now(),
    updated_at timestamptz default now()
);

create table sessions (
    id text primary key,
    data jsonb not null default '{}',
    created_at timestamp without time zone not null default now()
);
