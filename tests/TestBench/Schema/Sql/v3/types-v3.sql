-- Enumerations as v3 has them: no visual editor yet.
create type content_type as enum ('richtext', 'html', 'plain', 'markdown');
create type template_type as enum ('campaign', 'tx');
