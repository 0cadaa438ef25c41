using System.Buffers;
using Lrs.Xapi;

namespace Lrs.Server.Statements;

/// <summary>Statements in the format a query asks for (xAPI Communication 2.1.3): exact unless it says otherwise.</summary>
internal static class StatementFormats
{
    /// <summary>The bytes to give out.</summary>
    /// <param name="acceptLanguage">For canonical: which language of each text is wanted.</param>
    public static ReadOnlyMemory<byte> In(StatementFormat format, byte[] body, string acceptLanguage)
    {
        if (format is StatementFormat.Exact)
        {
            return body;
        }

        var output = new ArrayBufferWriter<byte>(body.Length);
        if (format is StatementFormat.Ids)
        {
            StatementFormatter.Ids(body, output);
        }
        else
        {
            StatementFormatter.Canonical(body, LanguagePreference.Parse(acceptLanguage), _ => null, output);
        }

        return output.WrittenMemory;
    }
}
