namespace ListmonkPS;

/// <summary>The JSON type that listmonk expects in a settings row.</summary>
public enum SettingValueType
{
    /// <summary>Not in the catalogue of known keys; the value is shown as it is.</summary>
    Unknown = 0,

    /// <summary>JSON true or false.</summary>
    Boolean,

    /// <summary>JSON number without a fraction.</summary>
    Number,

    /// <summary>JSON string.</summary>
    String,

    /// <summary>JSON string in listmonk's duration grammar, for example 1m30s; units ns us ms s m h.</summary>
    Duration,

    /// <summary>JSON string with a five-field cron expression.</summary>
    Cron,

    /// <summary>JSON array of strings.</summary>
    StringArray,

    /// <summary>JSON object.</summary>
    Object,

    /// <summary>JSON array of objects, such as the SMTP servers.</summary>
    ObjectArray,
}
