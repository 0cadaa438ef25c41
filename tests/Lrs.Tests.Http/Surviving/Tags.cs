using System.Security.Cryptography;
using System.Text;

namespace Lrs.Tests.Http.Surviving;

/// <summary>Tags of documents: the SHA-1 of their bytes (xAPI Communication 3.1).</summary>
internal static class Tags
{
    public static string Of(string body) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(body)));
}
