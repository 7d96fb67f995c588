using Npgsql;

namespace ListmonkPS.Core.Tests.Listmonk.Database;

/// <summary>The smallest database on which reading can be tested (contract 2.6), as v3.0.0 and as v6.2.0 have it.</summary>
internal static class SmallSchema
{
    private const string Shared = """
        CREATE TYPE list_type AS ENUM ('public', 'private', 'temporary');
        CREATE TYPE list_optin AS ENUM ('single', 'double');
        CREATE TYPE subscriber_status AS ENUM ('enabled', 'disabled', 'blocklisted');
        CREATE TYPE subscription_status AS ENUM ('unconfirmed', 'confirmed', 'unsubscribed');
        CREATE TYPE campaign_status AS ENUM ('draft', 'running', 'scheduled', 'paused', 'cancelled', 'finished');
        CREATE TABLE settings (key text NOT NULL UNIQUE, value jsonb NOT NULL DEFAULT '{}', updated_at timestamptz DEFAULT now());
        CREATE TABLE subscribers (id serial PRIMARY KEY, uuid uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(), email text NOT NULL UNIQUE,
            name text NOT NULL DEFAULT '', status subscriber_status NOT NULL DEFAULT 'enabled', created_at timestamptz DEFAULT now());
        CREATE TABLE lists (id serial PRIMARY KEY, uuid uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(), name text NOT NULL,
            type list_type NOT NULL DEFAULT 'public', optin list_optin NOT NULL DEFAULT 'single',
            created_at timestamptz DEFAULT now(), updated_at timestamptz DEFAULT now());
        CREATE TABLE subscriber_lists (subscriber_id int REFERENCES subscribers ON DELETE CASCADE, list_id int REFERENCES lists ON DELETE CASCADE,
            status subscription_status NOT NULL DEFAULT 'unconfirmed', created_at timestamptz DEFAULT now(), updated_at timestamptz DEFAULT now(),
            PRIMARY KEY (subscriber_id, list_id));
        CREATE INDEX ON subscriber_lists (subscriber_id);
        CREATE INDEX ON subscriber_lists (list_id);
        CREATE INDEX ON subscriber_lists (status);
        CREATE TABLE campaigns (id serial PRIMARY KEY, status campaign_status NOT NULL DEFAULT 'draft');
        """;

    private const string OnlySix = """
        CREATE TYPE list_status AS ENUM ('active', 'archived');
        ALTER TABLE lists ADD COLUMN status list_status NOT NULL DEFAULT 'active';
        """;

    /// <summary>Makes types, tables and the migrations row of a version, "v3.0.0" or "v6.2.0".</summary>
    public static async Task CreateAsync(string version, NpgsqlConnection connection, CancellationToken cancellation)
    {
        string sql = Shared + (version == "v6.2.0" ? OnlySix : "")
            + $"INSERT INTO settings (key, value) VALUES ('migrations', '[\"v2.5.0\", \"{version}\"]'), ('app.send_optin_confirmation', 'true');";
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
