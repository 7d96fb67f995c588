using System.Text.Json.Nodes;
using ListmonkPS.Core.Evidence.Smtp;
using ListmonkPS.Core.Listmonk.Settings.Addressing;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>One SMTP block as it is stored.</summary>
/// <param name="Block">The block.</param>
/// <param name="Address">How its members are addressed: smtp/primary.</param>
internal sealed record StoredBlock(SmtpBlock Block, string Address)
{
    /// <summary>The shortest name that tells it from the others.</summary>
    public string Name => HarmlessText.Of(Address[(SettingKeys.Smtp.Length + 1)..]);

    /// <summary>All blocks of the settings, in their order; none when the row holds something else.</summary>
    public static IReadOnlyList<StoredBlock> AllOf(StoredSettings settings)
    {
        JsonArray row = settings.Values.GetValueOrDefault(SettingKeys.Smtp) as JsonArray ?? [];
        IReadOnlyList<BlockIdentity> identities = BlockIdentity.AllOf(row);
        return [.. SmtpBlock.Of(row).Zip(identities, (block, identity) => new StoredBlock(block, AddressText.Of(SettingKeys.Smtp, [identity.ShortestAmong(identities)])))];
    }
}
