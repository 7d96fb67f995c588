using System.Security.Cryptography;
using System.Text;

namespace ListmonkPS.TestBench.Smtp;

/// <summary>The usual answers of a good server, command by command.</summary>
internal sealed class ScriptedCommands(ScriptedConversation conversation, SmtpScript script)
{
    private bool _isLoggedIn;
    private bool _hasSender;

    /// <summary>Answers a line.</summary>
    public async Task AnswerAsync(string line, CancellationToken end)
    {
        string verb = line.Split(' ')[0].ToUpperInvariant();
        await (verb switch
        {
            "EHLO" => HelloAsync(line, end),
            "HELO" => conversation.TakeTurnAsync(Hello, line, "250 mail.example.org", end),
            "STARTTLS" => StartTlsAsync(line, end),
            "AUTH" => AuthAsync(line, end),
            "MAIL" => MailAsync(line, end),
            "RCPT" => conversation.TakeTurnAsync(ScriptStep.RcptTo, line, "250 2.1.5 Ok", end),
            "DATA" => DataAsync(line, end),
            "RSET" => ResetAsync(line, end),
            "QUIT" => QuitAsync(line, end),
            _ => conversation.TakeTurnAsync(ScriptStep.Other, line, "502 5.5.2 Error: command not recognized", end),
        });
    }

    private ScriptStep Hello => conversation.IsEncrypted ? ScriptStep.HelloInTls : ScriptStep.Hello;

    private async Task HelloAsync(string line, CancellationToken end)
    {
        List<string> offers = ["mail.example.org", "PIPELINING", "SIZE 10240000", "8BITMIME", .. script.Offers];
        if (script.Certificate is not null && !conversation.IsEncrypted)
            offers.Add("STARTTLS");
        if (script.Mechanisms.Count > 0 && (conversation.IsEncrypted || !script.AuthNeedsTls))
            offers.Add("AUTH " + string.Join(' ', script.Mechanisms));
        string reply = string.Join('\n', offers.Select((offer, index) => (index == offers.Count - 1 ? "250 " : "250-") + offer));
        await conversation.TakeTurnAsync(Hello, line, reply, end);
    }

    private async Task StartTlsAsync(string line, CancellationToken end)
    {
        if (script.Certificate is null)
            await conversation.TakeTurnAsync(ScriptStep.StartTls, line, "502 5.5.1 STARTTLS not offered", end);
        else if (await conversation.TakeTurnAsync(ScriptStep.StartTls, line, "220 2.0.0 Ready to start TLS", end))
            await conversation.EncryptAsync(end);
    }

    private async Task AuthAsync(string line, CancellationToken end)
    {
        string[] words = line.Split(' ');
        string mechanism = words.ElementAtOrDefault(1)?.ToUpperInvariant() ?? "";
        if (!script.Mechanisms.Contains(mechanism))
        {
            await conversation.TakeTurnAsync(ScriptStep.Auth, line, "504 5.7.4 Unrecognized authentication type", end);
            return;
        }

        bool isRight = mechanism switch
        {
            "PLAIN" => await PlainAsync(line, words.ElementAtOrDefault(2), end),
            "LOGIN" => await LoginAsync(line, end),
            _ => await CramMd5Async(line, end),
        };
        _isLoggedIn |= await conversation.TakeTurnAsync(
            ScriptStep.LogIn, line, isRight ? "235 2.7.0 Authentication successful" : "535 5.7.8 Error: authentication failed: (reason unavailable)", end) && isRight;
    }

    private async Task<bool> PlainAsync(string line, string? response, CancellationToken end)
    {
        if (response is null)
        {
            await conversation.TakeTurnAsync(ScriptStep.Auth, line, "334 ", end);
            response = await conversation.ReadLineAsync(end);
        }

        return Decode(response) == $"\0{script.User}\0{script.Password}";
    }

    private async Task<bool> LoginAsync(string line, CancellationToken end)
    {
        await conversation.TakeTurnAsync(ScriptStep.Auth, line, "334 " + Encode(script.LoginQuestions.User), end);
        string user = Decode(await conversation.ReadLineAsync(end));
        await conversation.TakeTurnAsync(ScriptStep.Auth, line, "334 " + Encode(script.LoginQuestions.Password), end);
        return user == script.User && Decode(await conversation.ReadLineAsync(end)) == script.Password;
    }

    private async Task<bool> CramMd5Async(string line, CancellationToken end)
    {
        string challenge = $"<{RandomNumberGenerator.GetHexString(8)}@mail.example.org>";
        await conversation.TakeTurnAsync(ScriptStep.Auth, line, "334 " + Encode(challenge), end);
#pragma warning disable CA5351 // RFC 2195 demands HMAC-MD5.
        byte[] digest = HMACMD5.HashData(Encoding.UTF8.GetBytes(script.Password), Encoding.UTF8.GetBytes(challenge));
#pragma warning restore CA5351
        return Decode(await conversation.ReadLineAsync(end)) == $"{script.User} {Convert.ToHexString(digest).ToLowerInvariant()}";
    }

    private async Task MailAsync(string line, CancellationToken end)
    {
        string usual = _hasSender ? "503 5.5.1 Error: nested MAIL command"
            : script.Mechanisms.Count > 0 && !_isLoggedIn ? "530 5.7.0 Authentication required"
            : "250 2.1.0 Ok";
        _hasSender |= await conversation.TakeTurnAsync(ScriptStep.MailFrom, line, usual, end) && usual[0] == '2';
    }

    private async Task DataAsync(string line, CancellationToken end)
    {
        if (!await conversation.TakeTurnAsync(ScriptStep.Data, line, "354 End data with <CR><LF>.<CR><LF>", end))
            return;
        StringBuilder message = new();
        while (await conversation.ReadLineAsync(end) is { } next && next != ".")
            message.Append(next.StartsWith('.') ? next[1..] : next).Append("\r\n");
        await conversation.TakeTurnAsync(ScriptStep.Message, line, "250 2.0.0 Ok: queued as 4E74613FE76", end, () => conversation.Take(message.ToString()));
        _hasSender = false;
    }

    private async Task ResetAsync(string line, CancellationToken end)
    {
        _hasSender = false;
        await conversation.TakeTurnAsync(ScriptStep.Reset, line, "250 2.0.0 Ok", end);
    }

    private async Task QuitAsync(string line, CancellationToken end)
    {
        await conversation.TakeTurnAsync(ScriptStep.Quit, line, "221 2.0.0 Bye", end);
        throw new ConversationEndedException();
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Decode(string? base64)
    {
        byte[] bytes = new byte[base64?.Length ?? 0];
        return Convert.TryFromBase64String(base64 ?? "", bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }
}
