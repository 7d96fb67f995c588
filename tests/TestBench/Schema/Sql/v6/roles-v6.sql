-- Role 1 passes every check (4.2).
insert into roles (type, name, permissions) values ('user', 'Super Admin', '{}');
insert into users (username, password_login, password, email, name, type, user_role_id, status) values
    ('admin', true, '$2a$10$not.a.real.hash.so.nobody.can.log.in.by.form......', 'admin@example.org', 'admin', 'user', 1, 'enabled');
