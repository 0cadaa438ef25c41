using System.Buffers;
using Lrs.Data;
using Lrs.Xapi;

namespace Lrs.Server.Statements;

/// <summary>Statements in the format a query asks for (xAPI Communication 2.1.3): exact unless it says otherwise.</summary>
internal sealed class StatementFormats(CanonicalReader canonical)
{
    /// <summary>Brings stored statements into a format.</summary>
    /// <param name="tenant">Whose statements.</param>
    /// <param name="format">The format; exact is the stored bytes themselves.</param>
    /// <param name="bodies">The stored bytes.</param>
    /// <param name="acceptLanguage">For canonical: which language of each text is wanted.</param>
    /// <returns>The bytes to give out, one by one; null when the store's definitions do not catch up with the log in time.</returns>
    public async Task<IEnumerable<ReadOnlyMemory<byte>>?> In(TenantId tenant, StatementFormat format, IReadOnlyList<byte[]> bodies, string acceptLanguage, CancellationToken cancel)
    {
        switch (format)
        {
            case StatementFormat.Exact:
                return bodies.Select(body => (ReadOnlyMemory<byte>)body);
            case StatementFormat.Ids:
                return bodies.Select(body => Written(body, output => StatementFormatter.Ids(body, output)));
            default:
                var iris = bodies.SelectMany(body => StatementReader.ReadStored(body).Activities()).Select(activity => activity.Id.Text).ToHashSet(StringComparer.Ordinal);
                var definitions = await canonical.Definitions(tenant, iris, cancel);
                var languages = LanguagePreference.Parse(acceptLanguage);
                ReadOnlyMemory<byte>? Of(string iri) => definitions.TryGetValue(iri, out var definition) ? definition : null;
                return definitions is null ? null : bodies.Select(body => Written(body, output => StatementFormatter.Canonical(body, languages, Of, output)));
        }
    }

    private static ReadOnlyMemory<byte> Written(byte[] body, Action<ArrayBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>(body.Length);
        write(output);
        return output.WrittenMemory;
    }
}
