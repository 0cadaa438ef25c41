using System.Buffers;
using System.Text;

namespace Lrs.Xapi;

/// <summary>Writes a statement as it is stored and given out; see <see cref="Statement.Finish"/>.</summary>
internal static class FinishedStatement
{
    public static void Write(Statement statement, Guid id, DateTimeOffset stored, ReadOnlySpan<byte> authority, XapiVersion version, IBufferWriter<byte> output)
    {
        if (statement.Id is { } own && own != id)
        {
            throw new ArgumentException($"The statement has the id {own}; it cannot be stored as {id}.", nameof(id));
        }

        output.Write("{"u8);
        if (statement.Id is null)
        {
            output.Write("\"id\":\""u8);
            Text(output, id.ToString("D"));
            output.Write("\","u8);
        }

        var bytes = statement.Bytes.Span;
        var edit = 0;
        foreach (var place in statement.Places)
        {
            if (place.Name is not ("stored" or "authority"))
            {
                Property(output, bytes, place, statement.Edits, ref edit);
                output.Write(","u8);
            }
        }

        var now = XapiTime.Format(stored);
        if (statement.When is null)
        {
            output.Write("\"timestamp\":\""u8);
            Text(output, now);
            output.Write("\","u8);
        }

        output.Write("\"stored\":\""u8);
        Text(output, now);
        output.Write("\",\"authority\":"u8);
        output.Write(authority);
        if (statement.Version is null)
        {
            output.Write(",\"version\":\""u8);
            Text(output, version.DefaultStatementVersion());
            output.Write("\""u8);
        }

        output.Write("}"u8);
    }

    /// <summary>Name and value as received, except where an edit says otherwise.</summary>
    private static void Property(IBufferWriter<byte> output, ReadOnlySpan<byte> bytes, PropertyPlace place, IReadOnlyList<Edit> edits, ref int edit)
    {
        var at = place.Start;
        while (edit < edits.Count && edits[edit].At <= place.End)
        {
            var (start, length, with) = edits[edit++];
            if (start >= at)
            {
                output.Write(bytes[at..start]);
                Text(output, with);
                at = start + length;
            }
        }

        output.Write(bytes[at..place.End]);
    }

    private static void Text(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);
}
