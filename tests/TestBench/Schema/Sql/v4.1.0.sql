-- What the migrations after v3.0.0 and up to v4.1.0 change: users, roles and tokens.
create index idx_subs_id_status on subscribers (id, status);

create type user_type as enum ('user', 'api');
create type user_status as enum ('enabled', 'disabled');
create type role_type as enum ('user', 'list');

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
    loggedin_at timestamptz,
    created_at timestamptz default now(),
    updated_at timestamptz default now()
);

create table sessions (
    id text primary key,
    data jsonb not null default '{}',
    created_at timestamp without time zone not null default now()
);

-- Role 1 passes every check (4.2).
insert into roles (type, name, permissions) values ('user', 'Super Admin', '{}');
insert into users (username, password_login, password, email, name, type, user_role_id, status) values
    ('admin', true, '$2a$10$not.a.real.hash.so.nobody.can.log.in.by.form......', 'admin@example.org', 'admin', 'user', 1, 'enabled');

insert into settings (key, value) values
    ('security.oidc', '{"enabled": false, "provider_url": "", "client_id": "", "client_secret": ""}'),
    ('bounce.forwardemail', '{"enabled": false, "key": ""}');
update settings set value = '["v4.1.0"]' where key = 'migrations';
