namespace ListmonkPS.Core.Mail.Replies.Providers;

/// <summary>Providers of mailboxes and the filters before them.</summary>
internal static class MailboxProviders
{
    public static IReadOnlyList<SmtpProvider> All { get; } =
    [
        new("Google Workspace relay") { Hosts = ["smtp-relay.gmail.com"], Limits = new() { PerDay = 10_000, RecipientsPerMessage = 100 } },
        new("Gmail")
        {
            Hosts = ["gmail.com", "google.com", "googlemail.com"],
            Marks = ["gsmtp", "support.google.com", "gmailrequires", "gmailhasdetected"],
            Limits = new() { PerDay = 500, RecipientsPerMessage = 100 },
        },
        new("Outlook.com")
        {
            Hosts = ["hotmail.com", "live.com", "smtp-mail.outlook.com", "olc.protection.outlook.com"],
            Marks = ["olc.protection.outlook.com", "postmaster.live.com", "rp-001", "rp-002", "rp-003", "ourblocklist(s3"],
            Limits = new() { PerDay = 5000, RecipientsPerMessage = 500 },
        },
        new("Microsoft 365")
        {
            Hosts = ["office365.com", "protection.outlook.com", "prod.outlook.com"],
            Marks =
            [
                "prod.outlook.com", "prod.protection.outlook.com", "aka.ms/", "storedrv.", "resolver.", "smtpclientauthentication",
                "tenantattribution", "(as3", "as(2018",
            ],
            Limits = new() { PerDay = 10_000, PerMinute = 30, Connections = 3, RecipientsPerMessage = 500 },
        },
        new("Yahoo")
        {
            Hosts = ["yahoo.com", "yahoodns.net", "yahoo.net"],
            Marks = ["yahoo", "[tss0", "[bl2", "[ph01]", "yahooinc"],
            Limits = new() { PerDay = 500, RecipientsPerMessage = 100 },
        },
        new("AOL") { Hosts = ["aol.com"], Marks = ["aol.com", "con:b1"], Limits = new() { PerDay = 500 } },
        new("iCloud") { Hosts = ["icloud.com", "me.com", "mac.com"], Marks = ["support.apple.com", "[cs01]", "[hm0", "[cs0"] },
        new("Zoho")
        {
            Hosts = ["zoho.com", "zoho.eu", "zoho.in", "zohomail.com"],
            Marks = ["zoho", "relayingdisallowedas"],
            Limits = new() { PerHour = 500, RecipientsPerMessage = 100 },
        },
        new("Fastmail") { Hosts = ["fastmail.com", "messagingengine.com"], Marks = ["fastmail"], Limits = new() { PerDay = 4000 } },
        new("Proton Mail") { Hosts = ["protonmail.ch", "proton.me", "protonmail.com"], Marks = ["protonmail"] },
        new("Mimecast") { Hosts = ["mimecast.com"], Marks = ["mimecast", "envelopeblocked"] },
        new("Proofpoint") { Hosts = ["pphosted.com", "ppe-hosted.com", "proofpoint.com"], Marks = ["proofpoint"] },
        new("Barracuda") { Hosts = ["barracudanetworks.com", "ess.barracudanetworks.com"], Marks = ["barracuda"] },
        new("Trend Micro") { Hosts = ["trendmicro.com", "trendmicro.eu"], Marks = ["trendmicro", "block-send-er"] },
        new("Symantec") { Hosts = ["messagelabs.com"], Marks = ["messagelabs"] },
        new("Cisco") { Hosts = ["iphmx.com"], Marks = ["iphmx", "ironport"] },
        new("Cox") { Hosts = ["cox.net"], Marks = ["cox.net", "cxbl"] },
        new("Comcast") { Hosts = ["comcast.net"], Marks = ["comcast"] },
        new("AT&T") { Hosts = ["att.net", "prodigy.net"], Marks = ["dc=att", "att.net"] },
        new("GoDaddy") { Hosts = ["secureserver.net"], Marks = ["secureserver", "ib101"], },
        new("Facebook") { Hosts = ["facebook.com"], Marks = ["postmaster.facebook.com"] },
        new("Rackspace") { Hosts = ["emailsrvr.com"], Marks = ["emailsrvr"] },
        new("Hostinger") { Hosts = ["hostinger.com"], Marks = ["hostinger"] },
    ];
}
