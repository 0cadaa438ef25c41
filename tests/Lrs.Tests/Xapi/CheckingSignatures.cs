using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Lrs.Xapi;
using Xunit;

namespace Lrs.Tests.Xapi;

public sealed class CheckingSignatures
{
    private const string Sent = $"{{{Some.Ada},{Some.Verb},{Some.Question},'result':{{'duration':'PT1.239S'}}}}";

    [Theory]
    [InlineData("RS256", true)]
    [InlineData("RS384", true)]
    [InlineData("RS512", false)]
    public void A_signature_over_the_same_statement_is_good(string algorithm, bool withCertificate) =>
        Assert.Empty(Faults(Signed(algorithm, Sent.Replace("1.239", "1.23") + " ", withCertificate)));

    [Fact]
    public void A_signature_over_another_statement_is_not() => Assert.Equal(["signature.payload"], Faults(Signed("RS256", Sent.Replace("1.239", "2"), true)));

    [Fact]
    public void Another_algorithm_is_refused() => Assert.Equal(["signature.algorithm"], Faults(Signed("HS256", Sent, true)));

    [Fact]
    public void A_signature_of_somebody_else_is_refused()
    {
        var mine = Signed("RS256", Sent, true).Split('.');
        var theirs = Signed("RS256", Sent, true).Split('.');
        Assert.Equal(["signature.certificate"], Faults($"{mine[0]}.{mine[1]}.{theirs[2]}"));
    }

    [Theory]
    [InlineData("'x5c':['bm8gY2VydGlmaWNhdGU=']")]
    [InlineData("'x5c':['***']")]
    [InlineData("'x5c':[]")]
    [InlineData("'x5c':7")]
    public void A_certificate_that_is_none_has_not_signed(string x5c)
    {
        var parts = Signed("RS256", Sent, false).Split('.');
        Assert.Equal(["signature.certificate"], Faults($"{Encoded(Some.Json($"{{'alg':'RS256',{x5c}}}"))}.{parts[1]}.{parts[2]}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("{}.{}.{}")]
    [InlineData("W10.e30.e30")]
    [InlineData("e3s.e30.e30")]
    public void What_is_no_signature_is_told_so(string jws) => Assert.Equal(["signature.form"], Faults(jws));

    private static IEnumerable<string> Faults(string jws)
    {
        var faults = new Faults();
        Assert.Equal(StatementSignature.Check(Encoding.UTF8.GetBytes(jws), Some.Whole(Sent), XapiVersion.V2, faults), faults.Count is 0);
        return faults.Select(f => f.Rule.Code);
    }

    private static string Signed(string algorithm, string payload, bool withCertificate)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(Some.Stored, Some.Stored.AddYears(1));
        var x5c = withCertificate ? $",'x5c':['{Convert.ToBase64String(certificate.Export(X509ContentType.Cert))}']" : "";
        var text = $"{Encoded(Some.Json($"{{'typ':'JWT','alg':'{algorithm}'{x5c}}}"))}.{Encoded(Some.Json(payload))}";
        var hash = algorithm switch { "RS384" => HashAlgorithmName.SHA384, "RS512" => HashAlgorithmName.SHA512, _ => HashAlgorithmName.SHA256 };
        return $"{text}.{Encoded(key.SignData(Encoding.ASCII.GetBytes(text), hash, RSASignaturePadding.Pkcs1))}";
    }

    private static string Encoded(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
