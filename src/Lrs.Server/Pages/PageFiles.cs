using System.Security.Cryptography;

namespace Lrs.Server.Pages;

/// <summary>The style sheet, the icon and the script of the pages. Their address holds a hash of their content, so browsers keep them for ever.</summary>
internal sealed class PageFiles
{
    private const string Prefix = "Pages.";

    private readonly Dictionary<string, (string Hash, byte[] Content)> files = typeof(PageFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..], Read, StringComparer.Ordinal);

    /// <summary>The address of a file.</summary>
    public string Address(string name) => $"/static/{files[name].Hash}/{name}";

    /// <summary>Answers a file. One asked for by another hash (a page of a newer or older server) is sent too, and not kept.</summary>
    public static IResult Serve(string hash, string name, PageFiles all, HttpContext context)
    {
        if (!all.files.TryGetValue(name, out var file))
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = hash == file.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Bytes(file.Content, MediaType(name));
    }

    private static (string, byte[]) Read(string name)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return (Convert.ToHexStringLower(SHA256.HashData(content.ToArray()).AsSpan(0, 8)), content.ToArray());
    }

    private static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        _ => "image/svg+xml",
    };
}
