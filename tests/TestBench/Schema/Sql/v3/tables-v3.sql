-- v3: a campaign whose template goes falls back to template 1.
alter table campaigns
    alter column template_id set default 1,
    add foreign key (template_id) references templates (id) on delete set default,
    alter column archive_template_id set default 1,
    add foreign key (archive_template_id) references templates (id) on delete set default;
