using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Api.Routes;

namespace ListmonkPS.Core.Tests.Listmonk.Api;

public sealed class CertificateTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-10, 10, "an authority that this machine does not trust")]
    [InlineData(-20, -10, "has expired")]
    public async Task A_certificate_that_is_refused_says_why(int fromDays, int toDays, string reason)
    {
        using X509Certificate2 certificate = SelfSigned(fromDays, toDays);
        await using ScriptedServer server = ScriptedServer.Talking(async (stream, token) =>
        {
            await using SslStream tls = new(stream);
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, token);
        });
        using ListmonkApi api = new(new Uri($"https://127.0.0.1:{server.Port}"), null, TimeSpan.FromMinutes(1), TimeProvider.System);
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => api.GetConfigAsync(Test));
        Assert.Equal(("CertificateRefused", FailureCategory.ConnectionError), (exception.Failure.Id, exception.Failure.Category));
        Assert.Contains(reason, exception.Failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SslPolicyErrors.None, true, null)]
    [InlineData(SslPolicyErrors.RemoteCertificateNameMismatch, false, "failure.reason.certificate-name")]
    [InlineData(SslPolicyErrors.RemoteCertificateNotAvailable, false, "failure.reason.certificate")]
    public void No_more_is_accepted_than_the_system_accepts(SslPolicyErrors errors, bool isAccepted, string? reason)
    {
        CertificateVerdict verdict = new(CertificateRule.System);
        Assert.Equal(isAccepted, verdict.Accepts(this, null, null, errors));
        Assert.Equal(reason, verdict.Reason);
    }

    private static X509Certificate2 SelfSigned(int fromDays, int toDays)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=lists.example.org", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(fromDays), now.AddDays(toDays));
    }
}
