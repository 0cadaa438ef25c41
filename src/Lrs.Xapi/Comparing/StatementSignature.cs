using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>
/// Checks the signature that came with a statement (Data 2.6): a JSON Web Signature in compact form whose payload says the same as the
/// statement. If it brings a certificate, the signature must be that certificate's; who owns the certificate is not judged.
/// </summary>
public static class StatementSignature
{
    private enum Part
    {
        Header,
        Payload,
        Signature,
    }

    /// <summary>Notes every fault of the signature; true if there is none.</summary>
    /// <param name="jws">The data of the attachment whose usage type is <see cref="Attachment.Signature"/>.</param>
    /// <param name="statement">The statement it came with.</param>
    /// <param name="version">The data model of the request.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static bool Check(ReadOnlySpan<byte> jws, Statement statement, XapiVersion version, Faults faults)
    {
        var before = faults.Found;
        if (Encoding.ASCII.GetString(jws).Trim().Split('.') is not { Length: 3 } parts
            || Decoded(parts, Part.Header) is not { } header || Decoded(parts, Part.Payload) is not { } payload || Decoded(parts, Part.Signature) is not { } signature
            || ReadHeader(header) is not { } read)
        {
            faults.Add(Rule.SignatureForm, "The signature is not a JSON Web Signature in compact form: header, payload and signature in base64url, joined by dots.");
            return false;
        }

        var hash = HashOf(read.Algorithm);
        if (hash is null)
        {
            faults.Add(Rule.SignatureAlgorithm, $"The algorithm is {ValueReader.Quoted(read.Algorithm ?? "")}; it must be RS256, RS384 or RS512.");
        }

        if (StatementReader.Read(payload, version, new Faults()) is not { } signed || !SameStatement.Are(signed, statement))
        {
            faults.Add(Rule.SignaturePayload, "The payload of the signature does not say the same as the statement.");
        }

        if (hash is { } known && read.Certificate is { } certificate && !IsSignedBy(certificate, $"{parts[0]}.{parts[1]}", signature, known))
        {
            faults.Add(Rule.SignatureCertificate, "The signature is not that of the certificate in its header (x5c).");
        }

        return faults.Found == before;
    }

    private static byte[]? Decoded(string[] parts, Part part)
    {
        var text = parts[(int)part];
        return Base64Url.IsValid(text) && text.Length > 0 ? Base64Url.DecodeFromChars(text) : null;
    }

    private static HashAlgorithmName? HashOf(string? algorithm) => algorithm switch
    {
        "RS256" => HashAlgorithmName.SHA256,
        "RS384" => HashAlgorithmName.SHA384,
        "RS512" => HashAlgorithmName.SHA512,
        _ => null,
    };

    private static bool IsSignedBy(string certificate, string signed, byte[] signature, HashAlgorithmName hash)
    {
        try
        {
            using var loaded = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(certificate));
            using var key = loaded.GetRSAPublicKey();
            return key is not null && key.VerifyData(Encoding.ASCII.GetBytes(signed), signature, hash, RSASignaturePadding.Pkcs1);
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The header's algorithm and the first certificate of its chain, which is the signer's (RFC 7515 4.1.6); null if it is no JSON object.</summary>
    private static (string? Algorithm, string? Certificate)? ReadHeader(byte[] header)
    {
        try
        {
            var json = new Utf8JsonReader(header);
            if (!json.Read() || json.TokenType is not JsonTokenType.StartObject)
            {
                return null;
            }

            string? algorithm = null;
            string? certificate = null;
            while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
            {
                var name = Surrogates.Text(ref json);
                json.Read();
                if (name is "alg" && json.TokenType is JsonTokenType.String)
                {
                    algorithm = Surrogates.Text(ref json);
                }
                else if (name is "x5c")
                {
                    certificate = First(json);
                }

                json.Skip();
            }

            return (algorithm, certificate);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // An x5c that is no list of texts is a certificate that cannot have signed.
    private static string First(Utf8JsonReader json) =>
        json.TokenType is JsonTokenType.StartArray && json.Read() && json.TokenType is JsonTokenType.String ? Surrogates.Text(ref json) : "";
}
