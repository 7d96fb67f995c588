using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Mail.Smtp.Wire;

/// <summary>The conversation line by line, fit to be shown: bounded, harmless, without credentials even where a server repeats them.</summary>
internal sealed class Transcript
{
    private const int MostLines = 400;
    private const int LineLength = 512;
    private const int ShortestSecret = 3;
    private const string Hidden = "********";

    private readonly List<string> _lines = [];
    private readonly List<string> _secrets = [];

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Keeps a secret from now on from what is shown, should the server repeat it.</summary>
    public void Hide(params IEnumerable<string> secrets) =>
        _secrets.AddRange(secrets.Where(secret => secret.Length >= ShortestSecret).OrderByDescending(secret => secret.Length));

    /// <summary>A line that was sent.</summary>
    public void Said(string line) => Add("C: " + line);

    /// <summary>A line that came.</summary>
    public void Heard(string line) => Add("S: " + WithoutSecrets(line));

    /// <summary>Something that happened.</summary>
    public void Happened(string what) => Add("-- " + what);

    /// <summary>A text of the server without the secrets that it may repeat.</summary>
    public string WithoutSecrets(string text) =>
        _secrets.Aggregate(text, (shown, secret) => shown.Replace(secret, Hidden, StringComparison.Ordinal));

    private void Add(string line)
    {
        if (_lines.Count < MostLines)
            _lines.Add(HarmlessText.Of(line, LineLength));
    }
}
