using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ListmonkPS.TestBench.Mail;
using ListmonkPS.TestBench.Shells;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Sandbox;

/// <summary>Runs Story.ps1 in a real pwsh, answers its questions about mail, publishes its records, and judges the outcome.</summary>
internal static class Story
{
    private const string MailQuestion = "@mail ";
    private const string NoMailQuestion = "@none ";
    private const string PublishOrder = "@publish ";
    private const string Missed = "before@reader.example.org";
    private static readonly string[] Mailed = ["after@reader.example.org", "mended@reader.example.org"];
    private static readonly TimeSpan MailBound = TimeSpan.FromMinutes(2);

    /// <summary>Tells the story.</summary>
    /// <returns>0 when the mails that were asked for arrived, and those who were missed got one each in the end and none before; else 1.</returns>
    public static async Task<int> TellAsync(World world, CancellationToken cancellation)
    {
        Pwsh pwsh = await PwshFinder.FindAsync(Repository.Root, cancellation);
        await using PublishedSpf dns = new();
        using Process process = Process.Start(StartInfo(pwsh, world, dns)) ?? throw new InvalidOperationException("pwsh did not start.");
        await using CancellationTokenRegistration end = cancellation.Register(() => process.Kill(entireProcessTree: true));
        bool heldBack = true;
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith(MailQuestion, StringComparison.Ordinal))
                await process.StandardInput.WriteLineAsync(await AnswerAsync(world, line[MailQuestion.Length..], cancellation));
            else if (line.StartsWith(NoMailQuestion, StringComparison.Ordinal))
                await process.StandardInput.WriteLineAsync(HeldBack(world.Mail, line[NoMailQuestion.Length..], ref heldBack));
            else if (line.StartsWith(PublishOrder, StringComparison.Ordinal))
                await process.StandardInput.WriteLineAsync(dns.Publish(line[PublishOrder.Length..]));
            else
                Console.WriteLine(line);
        }

        await process.WaitForExitAsync(cancellation);
        return Judge(process.ExitCode, world.Mail, heldBack);
    }

    private static ProcessStartInfo StartInfo(Pwsh pwsh, World world, PublishedSpf dns)
    {
        ProcessStartInfo start = pwsh.Start("-File", Path.Combine(Repository.Root, "examples", "Sandbox", "Story.ps1"));
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.StandardOutputEncoding = Encoding.UTF8;
        start.UseShellExecute = false;
        start.WorkingDirectory = Repository.Root;
        start.Environment["LISTMONKPS_SANDBOX"] = JsonSerializer.Serialize(WorldDescription.Of(world), JsonSerializerOptions.Web);
        start.Environment["LISTMONKPS_SANDBOX_DNS"] = dns.DnsServer;
        start.Environment["LISTMONKPS_MODULE"] = Repository.ModuleManifest;
        start.Environment["LISTMONKPS_HOME"] = Path.Combine(world.Folder, "state");
        return start;
    }

    private static async Task<string> AnswerAsync(World world, string address, CancellationToken cancellation)
    {
        ReceivedMail mail = await world.Mail.WaitForAsync(received => IsTo(received, address), MailBound, cancellation);
        string link = mail.Text.Split('"', '\'', ' ', '\n').FirstOrDefault(word => word.Contains("/subscription/optin/", StringComparison.Ordinal)) ?? "none";
        return string.Create(CultureInfo.InvariantCulture, $"(mail server) To: {address}   Subject: {mail.Message.Subject}   link: {Shortened(link)}");
    }

    // The link is a capability: who has it can confirm.
    private static string Shortened(string link) => link.Split("/subscription/", 2)[0] + "/subscription/optin/...";

    private static string HeldBack(MailSink mail, string address, ref bool heldBack)
    {
        heldBack = !mail.Received.Any(received => IsTo(received, address));
        return heldBack ? $"(mail server) nothing came for {address}" : $"(mail server) a mail came for {address}";
    }

    private static int Judge(int exitCode, MailSink mail, bool heldBack)
    {
        bool arrived = Mailed.All(address => mail.Received.Any(received => IsTo(received, address)));
        int recovered = mail.Received.Count(received => IsTo(received, Missed));
        if (exitCode == 0 && arrived && heldBack && recovered == 1)
            return 0;
        Console.Error.WriteLine($"The story did not end well: pwsh ended with {exitCode}, the mails {(arrived ? "arrived" : "did not all arrive")}"
            + $"{(heldBack ? "" : ", one was sent while the switch was off")}, and who was missed got {recovered} in the end.");
        return 1;
    }

    private static bool IsTo(ReceivedMail mail, string address) => mail.To.Contains(address, StringComparer.OrdinalIgnoreCase);
}
