using System.Security.Cryptography;
using System.Text;
using Lrs.Xapi;
using Xunit;

namespace Lrs.Tests.Xapi;

public sealed class HashingAttachments
{
    // Published examples of FIPS 180-4.
    [Theory]
    [InlineData("", "d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f")]
    [InlineData("abc", "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "75388b16512776cc5dba5da1fd890150b0c6455cb4f58b1952522525")]
    public void The_shortest_is_the_published_one(string text, string hash) => Assert.Equal(hash, Hash(56, Encoding.ASCII.GetBytes(text), 1));

    [Fact]
    public void A_million_letters_in_pieces_of_any_size_are_the_published_one() =>
        Assert.All([1_000_000, 64, 63, 65, 7_001], piece => Assert.Equal("20794655980c91d8bbb4c1ea97618a4bf03f42581948b2ee4ee7ad67", Hash(56, Enumerable.Repeat((byte)'a', 1_000_000).ToArray(), piece)));

    [Fact]
    public void The_others_are_told_by_their_length()
    {
        var bytes = Encoding.UTF8.GetBytes("data");

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), Hash(64, bytes, 3));
        Assert.Equal(Convert.ToHexStringLower(SHA384.HashData(bytes)), Hash(96, bytes, 3));
        Assert.Equal(Convert.ToHexStringLower(SHA512.HashData(bytes)), Hash(128, bytes, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sha2.OfDigits(40));
    }

    private static string Hash(int digits, byte[] bytes, int piece)
    {
        using var hash = Sha2.OfDigits(digits);
        foreach (var chunk in bytes.Chunk(piece))
        {
            hash.Append(chunk);
        }

        return hash.Finish();
    }
}
