using System.Text.Json;
using Lrs.Xapi;

namespace Lrs.Server.Accounts;

/// <summary>Credentials as <c>/api/credentials</c> tells them.</summary>
internal static class CredentialJson
{
    /// <summary>A credential; with its secret only in the answer that makes it.</summary>
    public static void Write(Utf8JsonWriter json, Credential credential, string? secret = null)
    {
        json.WriteStartObject();
        json.WriteString("key"u8, credential.Key);
        Optional(json, "secret", secret);
        json.WriteString("label"u8, credential.Label);
        json.WriteStartArray("scopes"u8);
        foreach (var scope in ScopeNames.Of(credential.Scopes))
        {
            json.WriteStringValue(scope);
        }

        json.WriteEndArray();
        json.WritePropertyName("authority"u8);
        json.WriteRawValue(credential.Authority);
        json.WriteStartArray("origins"u8);
        foreach (var origin in credential.Origins)
        {
            json.WriteStringValue(origin);
        }

        json.WriteEndArray();
        if (credential.Installation)
        {
            json.WriteBoolean("installation"u8, true);
        }

        if (credential.Launch is { } launch)
        {
            json.WritePropertyName("launch"u8);
            launch.WriteTo(json);
        }

        if (credential.Reports is { } reports)
        {
            json.WritePropertyName("reports"u8);
            reports.WriteTo(json);
        }

        json.WriteString("created"u8, XapiTime.Format(credential.Created));
        Optional(json, "expires", credential.Expires);
        Optional(json, "revoked", credential.Revoked);
        Optional(json, "lastUsed", credential.Used);
        Optional(json, "olderSecretUntil", credential.OlderUntil);
        json.WriteEndObject();
    }

    /// <summary>A rotated secret.</summary>
    public static void Write(Utf8JsonWriter json, RotateOutcome.Rotated rotated)
    {
        json.WriteStartObject();
        json.WriteString("key"u8, rotated.Pair.Key);
        json.WriteString("secret"u8, rotated.Pair.Secret);
        Optional(json, "olderSecretUntil", rotated.OlderUntil);
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, DateTimeOffset? time) => Optional(json, name, time is { } known ? XapiTime.Format(known) : null);

    private static void Optional(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
