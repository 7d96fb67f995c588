-- What install puts in (contract 2.6): two lists, one subscriber on each, both unconfirmed, so one row waits for a confirmation at once.
insert into lists (uuid, name, type, optin, tags, description) values
    (gen_random_uuid(), 'Default list', 'private', 'single', '{test}', ''),
    (gen_random_uuid(), 'Opt-in list', 'public', 'double', '{test}', '');
insert into subscribers (uuid, email, name, attribs) values
    (gen_random_uuid(), 'john@example.com', 'John Doe', '{"city": "Bengaluru"}'),
    (gen_random_uuid(), 'anon@example.com', 'Anon Doe', '{"city": "Bengaluru"}');
insert into subscriber_lists (subscriber_id, list_id) values (1, 1), (2, 2);
