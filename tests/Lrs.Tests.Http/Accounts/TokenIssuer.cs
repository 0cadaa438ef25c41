using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lrs.Tests.Http.Accounts;

/// <summary>Somebody who signs tokens, by hand, so that every wrong one can be made too.</summary>
internal sealed class TokenIssuer : IAsyncDisposable
{
    public const string Issuer = "https://issuer.example/one";
    public const string Audience = "lrs";

    private WebApplication? server;

    /// <summary>The key that tokens are signed with.</summary>
    public RSA Key { get; private set; } = RSA.Create(2048);

    public string KeyId { get; private set; } = "first";

    /// <summary>How often its keys were asked for.</summary>
    public int Asked { get; private set; }

    /// <summary>Does it answer at all?</summary>
    public bool IsAway { get; set; }

    /// <summary>Its public keys as a JSON Web Key Set.</summary>
    public string Keys => $$"""{"keys":[{{Jwk(Key.ExportParameters(false), KeyId)}}]}""";

    /// <summary>Settings that name it, with its keys inline.</summary>
    /// <param name="more">Further settings of the issuer.</param>
    public string[] Settings(params string[] more) =>
    [
        $"Lrs:Issuers:one:Issuer={Issuer}", $"Lrs:Issuers:one:Audience={Audience}", $"Lrs:Issuers:one:Keys={Keys}",
        .. more.Append(more.Any(setting => setting.StartsWith("Tenant", StringComparison.Ordinal)) ? "ClockSkewSeconds=0" : "Tenant=default").Select(setting => $"Lrs:Issuers:one:{setting}"),
    ];

    /// <summary>Serves its keys.</summary>
    /// <returns>Their address.</returns>
    public async Task<string> Serve()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapGet("/keys", () =>
        {
            Asked++;
            return IsAway ? Results.StatusCode(503) : Results.Text(Keys, "application/json");
        });
        await server.StartAsync();
        return server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/keys";
    }

    /// <summary>Signs with another key from now on.</summary>
    public void NewKey(string id) => (Key, KeyId) = (RSA.Create(2048), id);

    /// <summary>A token that is right, except for what is given.</summary>
    public string Token(string claims = "\"scope\":\"all\"", string? issuer = Issuer, string? audience = Audience, int from = -10, int until = 300, string? kid = null, string alg = "RS256")
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var payload = $$"""{"iss":"{{issuer}}","aud":"{{audience}}","sub":"hub","nbf":{{now + from}},"exp":{{now + until}},{{claims}}}""";
        return Sign($$"""{"alg":"{{alg}}","typ":"JWT","kid":"{{kid ?? KeyId}}"}""", payload, bytes => Key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    public static string Sign(string header, string payload, Func<byte[], byte[]> sign)
    {
        var body = $"{Encode(Encoding.UTF8.GetBytes(header))}.{Encode(Encoding.UTF8.GetBytes(payload))}";
        return $"{body}.{Encode(sign(Encoding.ASCII.GetBytes(body)))}";
    }

    public static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    public async ValueTask DisposeAsync()
    {
        Key.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    private static string Jwk(RSAParameters key, string id) => $$"""{"kty":"RSA","use":"sig","kid":"{{id}}","n":"{{Encode(key.Modulus!)}}","e":"{{Encode(key.Exponent!)}}"}""";
}
