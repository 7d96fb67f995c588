-- Campaign templates. System mails, such as the opt-in mail, are files of the server and never stand here.
insert into templates (name, type, subject, body, is_default) values
    ('Default campaign template', 'campaign', '', '<p>{{ template "content" . }}</p>', true),
    ('Sample transactional template', 'tx', 'Welcome', '<p>Hello {{ .Subscriber.Name }}</p>', false);
