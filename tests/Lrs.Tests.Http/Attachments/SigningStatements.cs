using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Attachments;

public sealed class SigningStatements
{
    private const string Usage = "http://adlnet.gov/expapi/attachments/signature";

    [Theory, EveryDatabase]
    public async Task A_good_signature_is_kept_and_comes_back_so_that_anybody_can_check_it(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var id = Guid.NewGuid();
        using var key = RSA.Create(2048);
        var jws = Signed(Some.Statement(id: id.ToString()), key, key);

        var sent = await Send(lrs, id, jws);

        Assert.True(sent.StatusCode is HttpStatusCode.OK, await sent.Content.ReadAsStringAsync());
        var back = await Multipart.Read(await lrs.Http.GetAsync($"/xapi/statements?statementId={id}&attachments=true"));
        var parts = Encoding.ASCII.GetString(back[1].Body).Split('.');
        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Theory, EveryDatabase]
    public async Task A_forged_one_is_refused_with_the_reason(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var id = Guid.NewGuid();
        using var mine = RSA.Create(2048);
        using var other = RSA.Create(2048);

        Assert.Equal(["signature.certificate"], await Multipart.Faults(await Send(lrs, id, Signed(Some.Statement(id: id.ToString()), other, mine))));
        Assert.Equal(["signature.payload"], await Multipart.Faults(await Send(lrs, id, Signed(Some.Statement(verb: Some.Passed), mine, mine))));
        Assert.Equal(["signature.form"], await Multipart.Faults(await Send(lrs, id, "not a signature"u8.ToArray())));
        Assert.Empty(await lrs.Find(""));
    }

    [Theory, EveryDatabase]
    public async Task One_that_lies_elsewhere_is_not_fetched_and_not_believed(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var jws = "a.b.c"u8.ToArray();

        var answer = await lrs.Post("/xapi/statements", Some.Statement(more: $"\"attachments\":[{Multipart.Described(jws, fileUrl: $"{lrs.App}signature", usage: Usage)}],"));

        Assert.Equal(["signature.missing"], await Multipart.Faults(answer));
    }

    private static Task<HttpResponseMessage> Send(TestLrs lrs, Guid id, byte[] jws) =>
        lrs.Send(Part.Json(Some.Statement(id: id.ToString(), more: $"\"attachments\":[{Multipart.Described(jws, usage: Usage)}],")), Part.Data(jws));

    private static byte[] Signed(string statement, RSA signer, RSA named)
    {
        using var certificate = new CertificateRequest("CN=test", named, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var header = $$"""{"alg":"RS256","x5c":["{{Convert.ToBase64String(certificate.RawData)}}"]}""";
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(statement))}";
        return Encoding.ASCII.GetBytes($"{signed}.{Base64Url.EncodeToString(signer.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}");
    }
}
