-- Enumerations as v3 has them (contract 2.1).
create type list_type as enum ('public', 'private', 'temporary');
create type list_optin as enum ('single', 'double');
create type subscriber_status as enum ('enabled', 'disabled', 'blocklisted');
create type subscription_status as enum ('unconfirmed', 'confirmed', 'unsubscribed');
create type campaign_status as enum ('draft', 'running', 'scheduled', 'paused', 'cancelled', 'finished');
create type campaign_type as enum ('regular', 'optin');
create type bounce_type as enum ('soft', 'hard', 'complaint');
create type content_type as enum ('richtext', 'html', 'plain', 'markdown');
create type template_type as enum ('campaign', 'tx');
