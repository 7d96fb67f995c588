-- What the migrations after v5.0.2 and up to v5.1.0 change: the three captcha rows became one.
delete from settings where key in ('security.enable_captcha', 'security.captcha_key', 'security.captcha_secret');
insert into settings (key, value) values
    ('security.captcha', '{"altcha": {"enabled": false, "complexity": 300000},
                           "hcaptcha": {"enabled": false, "key": "", "secret": ""}}');
update settings set value = value || '{"auto_create_users": false, "default_user_role_id": null, "default_list_role_id": null}'
where key = 'security.oidc';
update settings set value = '["v5.1.0"]' where key = 'migrations';
