using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Lrs.Xapi;

namespace Lrs.Server.Accounts;

/// <summary>What a new tenant shall be: its body at <c>/api/tenants</c>.</summary>
/// <param name="Code">Short name; keys, tokens and host labels begin with it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Iri">What every IRI minted for it starts with, for ever.</param>
/// <param name="Administrator">E-mail address of its first administrator, if it shall have one.</param>
internal sealed partial record TenantRequest(string Code, string Name, string Iri, string? Administrator)
{
    // Keys of launched units begin with it.
    private const string Reserved = "launch";

    /// <summary>Reads the body; null, with every fault, when something is wrong.</summary>
    public static TenantRequest? Read(ReadOnlyMemory<byte> body, Faults faults)
    {
        var fields = new RequestFields(body, "tenant", ["code", "name", "iri", "administrator"], faults);
        if (faults.Count > 0)
        {
            return null;
        }

        fields.Require("code", "a short name in small letters, which keys begin with");
        fields.Require("name", "what people call the tenant");
        fields.Require("iri", "what every IRI minted for the tenant starts with, for ever");
        var (code, name, iri, administrator) = (fields.Text("code", 40), fields.Text("name", 200), fields.Text("iri", 500), fields.Text("administrator", 200));
        if (code is not null && (!CodePattern().IsMatch(code) || code == Reserved || code.StartsWith(Reserved + "-", StringComparison.Ordinal)))
        {
            fields.Wrong("code", "'code' has 2 to 32 small letters, digits and inner hyphens, begins with a letter, and is not 'launch'.");
        }

        if (iri is not null && (!Lrs.Xapi.Iri.TryParse(iri, out _) || iri.EndsWith('/') || iri.Contains('#', StringComparison.Ordinal) || iri.Contains('?', StringComparison.Ordinal)))
        {
            fields.Wrong("iri", "'iri' is an absolute IRI without query or fragment that does not end with '/'.");
        }

        if (administrator is not null && !new EmailAddressAttribute().IsValid(administrator))
        {
            fields.Wrong("administrator", "'administrator' is an e-mail address.");
        }

        return faults.Count > 0 ? null : new TenantRequest(code!, name!, iri!, administrator);
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,30}[a-z0-9]$")]
    private static partial Regex CodePattern();
}
