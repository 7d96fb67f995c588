namespace ListmonkPS.Core.Listmonk.Settings.Writing;

/// <summary>A way to write one setting.</summary>
internal enum WritePath
{
    /// <summary>PUT /api/settings/{key} (v6.0.0): one row, unchecked.</summary>
    ApiByKey,

    /// <summary>PUT /api/settings: all settings at once (G6).</summary>
    ApiWhole,

    /// <summary>One row by compare-and-set.</summary>
    Database,
}
