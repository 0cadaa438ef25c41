using System.Security.Cryptography;
using System.Text;
using Lrs.Data;
using Lrs.Server.Accounts;

namespace Lrs.Server.Surveys;

/// <summary>
/// Where answers to a survey go: the same address for everybody who takes that version of the course, made of the tenant's code, the version and the survey,
/// and signed, so that nobody finds one without having been launched. It says nothing of who was.
/// </summary>
internal sealed class SurveyAddresses(SigningKeys keys, TenantStore tenants)
{
    private const string Purpose = "surveys";
    private const int SignatureLength = 32;

    /// <summary>The last part of the address.</summary>
    public async Task<string> Make(TenantId tenant, Guid version, string survey, CancellationToken cancel)
    {
        var owner = await tenants.Get(tenant, cancel);
        return $"{owner.Code}~{version:N}~{survey}~{await Signature(owner.Code, version, survey, cancel)}";
    }

    /// <summary>What an address stands for; null when it is none of ours.</summary>
    public async Task<(Tenant Tenant, Guid Version, string Survey)?> Read(string address, CancellationToken cancel)
    {
        if (address.Split('~') is not [var code, var number, var survey, { Length: SignatureLength } signature] || !Guid.TryParseExact(number, "N", out var version))
        {
            return null;
        }

        var expected = await Signature(code, version, survey, cancel);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(expected)) && await tenants.Find(code, cancel) is { } tenant
            ? (tenant, version, survey)
            : null;
    }

    private async Task<string> Signature(string code, Guid version, string survey, CancellationToken cancel) =>
        Convert.ToHexStringLower((await keys.Sign(Purpose, Encoding.UTF8.GetBytes($"{code}~{version:N}~{survey}"), cancel))[..(SignatureLength / 2)]);
}
