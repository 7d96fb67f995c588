-- Rows and values of v3 only. The two addresses are the dummies that make trouble later (G47).
insert into settings (key, value) values
    ('app.notify_emails', '["admin1@mysite.com", "admin2@mysite.com"]'),
    ('security.enable_captcha', 'false'),
    ('security.captcha_key', '""'),
    ('security.captcha_secret', '""'),
    ('smtp', '[{"enabled": true, "host": "smtp.yoursite.com", "port": 25, "auth_protocol": "cram", "username": "username",
                "password": "password", "hello_hostname": "", "max_conns": 10, "idle_timeout": "15s", "wait_timeout": "5s",
                "max_msg_retries": 2, "tls_type": "STARTTLS", "tls_skip_verify": false, "email_headers": []},
               {"enabled": false, "host": "smtp.gmail.com", "port": 465, "auth_protocol": "login", "username": "username@gmail.com",
                "password": "password", "hello_hostname": "", "max_conns": 10, "idle_timeout": "15s", "wait_timeout": "5s",
                "max_msg_retries": 2, "tls_type": "TLS", "tls_skip_verify": false, "email_headers": []}]'),
    ('migrations', '["v3.0.0"]');
