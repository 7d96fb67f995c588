namespace ListmonkPS.Core.Mail.Replies.Providers;

/// <summary>Providers at home in one country or language.</summary>
internal static class RegionalProviders
{
    public static IReadOnlyList<SmtpProvider> All { get; } =
    [
        new("IONOS")
        {
            Hosts = ["ionos.de", "ionos.com", "1und1.de", "kundenserver.de", "perfora.net"],
            Marks = ["kundenserver", "ionos.", "mailspersessionlimit"],
        },
        new("GMX / web.de") { Hosts = ["gmx.net", "gmx.com", "web.de", "mail.com"], Marks = ["postmaster.gmx", "postmaster.web.de", "nemesisesmtp"] },
        new("T-Online") { Hosts = ["t-online.de", "telekom.de"], Marks = ["t-online.de", "askyourpostmasterforhelp"] },
        new("Strato") { Hosts = ["strato.de", "rzone.de"], Marks = ["strato.", "rzone.de"] },
        new("Hetzner") { Hosts = ["your-server.de", "hetzner.com"], Marks = ["your-server.de"], Limits = new() { PerHour = 500 } },
        new("OVH") { Hosts = ["ovh.net", "ovh.com"], Marks = ["ovh.net", "ovh.com"], Limits = new() { PerHour = 200, RecipientsPerMessage = 100 } },
        new("Orange") { Hosts = ["orange.fr", "wanadoo.fr"], Marks = ["ofr_", "ofr0", "orange.fr"] },
        new("Free") { Hosts = ["free.fr", "proxad.net"], Marks = ["free.fr"] },
        new("Infomaniak") { Hosts = ["infomaniak.com", "infomaniak.ch"], Marks = ["infomaniak"] },
        new("Gandi") { Hosts = ["gandi.net"], Marks = ["gandi.net"] },
        new("Aruba") { Hosts = ["aruba.it", "arubabusiness.it"], Marks = ["aruba.it"] },
        new("Libero") { Hosts = ["libero.it", "iol.it"], Marks = ["libero.it", "iol.local"] },
        new("Seznam") { Hosts = ["seznam.cz"], Marks = ["seznam.cz"] },
        new("Yandex")
        {
            Hosts = ["yandex.ru", "yandex.net", "yandex.com"],
            Marks = ["yandex", "yandex.net"],
            Limits = new() { PerDay = 500, RecipientsPerMessage = 50 },
        },
        new("Mail.ru") { Hosts = ["mail.ru"], Marks = ["mail.ru", "messagewasnotaccepted--invalidmailbox"] },
        new("QQ") { Hosts = ["qq.com"], Marks = ["service.mail.qq.com"], Limits = new() { PerDay = 500, RecipientsPerMessage = 100 } },
        new("163.com")
        {
            Hosts = ["163.com", "126.com", "netease.com", "yeah.net"],
            Marks = ["mail.163.com", "dt:spm", "163smtp", "mi:stc", "rl:itc", "rp:rdn"],
            Limits = new() { PerDay = 200, RecipientsPerMessage = 40 },
        },
        new("UOL") { Hosts = ["uol.com.br"], Marks = ["uol.com.br"] },
        new("Locaweb") { Hosts = ["locaweb.com.br"], Marks = ["locaweb"] },
    ];
}
