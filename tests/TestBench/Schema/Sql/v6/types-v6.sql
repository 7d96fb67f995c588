-- Enumerations of v6: visual editor (v5), users and roles (v4), archived lists and second factor (v6).
create type content_type as enum ('richtext', 'html', 'plain', 'markdown', 'visual');
create type template_type as enum ('campaign', 'campaign_visual', 'tx');
create type list_status as enum ('active', 'archived');
create type user_type as enum ('user', 'api');
create type user_status as enum ('enabled', 'disabled');
create type role_type as enum ('user', 'list');
create type twofa_type as enum ('none', 'totp');
