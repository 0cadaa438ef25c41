using System.Text;
using Lrs.Xapi;

namespace Lrs.Server.People;

/// <summary>One record of a CSV file.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Fields);

/// <summary>
/// Reads CSV by RFC 4180, record by record: commas, fields in quotes where need be, lines that end with CR LF, LF or CR. UTF-8, with or
/// without a mark at the beginning. What is wrong becomes a fault that names its line.
/// </summary>
internal sealed class CsvReader(Stream content, Faults faults) : IDisposable
{
    private const int LongestField = 2_000;
    private const int MostFields = 100;
    private static readonly Rule Form = new("directory.csv", "RFC 4180 2");

    private readonly StreamReader text = new(content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, 32 * 1024, leaveOpen: true);
    private readonly char[] buffer = new char[16 * 1024];
    private readonly StringBuilder field = new();
    private int at;
    private int filled;
    private int line = 1;
    private bool broken;

    /// <summary>The next record that is not an empty line; null at the end or after something that cannot be read on from.</summary>
    public async Task<CsvRecord?> Next(CancellationToken cancel)
    {
        while (!broken)
        {
            if (await Peek(cancel) is not { } first)
            {
                return null;
            }

            if (first is '\r' or '\n')
            {
                await EndLine(cancel);
                continue;
            }

            var start = line;
            var fields = new List<string>();
            while (fields.Count <= MostFields)
            {
                fields.Add(await Field(cancel));
                if (broken)
                {
                    return null;
                }

                if (await Peek(cancel) is not ',')
                {
                    await EndLine(cancel);
                    return new CsvRecord(start, fields);
                }

                at++;
            }

            Break($"line {start} has more than {MostFields} fields.");
        }

        return null;
    }

    /// <summary>Lets go of what it reads with; the content stays open.</summary>
    public void Dispose() => text.Dispose();

    private async Task<string> Field(CancellationToken cancel)
    {
        field.Clear();
        var quoted = await Peek(cancel) is '"';
        var start = line;
        at += quoted ? 1 : 0;
        while (!broken)
        {
            var next = await Peek(cancel);
            if (quoted && next is null)
            {
                Break($"the quote that is opened on line {start} is never closed.");
                break;
            }

            if (!quoted && next is null or ',' or '\r' or '\n' && !quoted)
            {
                break;
            }

            if (next is '"')
            {
                at++;
                if (!quoted)
                {
                    Break($"there is a quote within a field on line {line}; put the whole field in quotes, and write each quote in it twice.");
                    break;
                }

                if (await Peek(cancel) is not '"')
                {
                    if (await Peek(cancel) is not (null or ',' or '\r' or '\n'))
                    {
                        Break($"something follows a closing quote on line {line}.");
                    }

                    break;
                }
            }

            if (quoted && next is '\n')
            {
                line++;
            }

            field.Append(next!.Value);
            at++;
            if (field.Length > LongestField)
            {
                Break($"a field on line {start} has more than {LongestField} characters.");
            }
        }

        return field.ToString();
    }

    private async Task EndLine(CancellationToken cancel)
    {
        if (await Peek(cancel) is not { } end)
        {
            return;
        }

        at++;
        line++;
        if (end is '\r' && await Peek(cancel) is '\n')
        {
            at++;
        }
    }

    private async ValueTask<char?> Peek(CancellationToken cancel)
    {
        if (at == filled && !broken)
        {
            try
            {
                (at, filled) = (0, await text.ReadAsync(buffer.AsMemory(), cancel));
            }
            catch (DecoderFallbackException)
            {
                Break($"the file is not UTF-8 after line {line}. Save it as \"CSV UTF-8\".");
            }
        }

        return at < filled ? buffer[at] : null;
    }

    private void Break(string why)
    {
        broken = true;
        (at, filled) = (0, 0);
        faults.Add(Form, $"This cannot be read as CSV: {why}");
    }
}
