using System.Buffers;
using System.Text;

namespace Lrs.Server.Reports;

/// <summary>Text as UTF-8, straight into a buffer.</summary>
internal sealed class Utf8Text(IBufferWriter<byte> to) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer) => Encoding.UTF8.GetBytes(buffer, to);
}
