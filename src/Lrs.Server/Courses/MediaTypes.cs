using Microsoft.AspNetCore.StaticFiles;

namespace Lrs.Server.Courses;

/// <summary>Media types of course files, by the ending of their names: browsers are told not to guess, so they must be right.</summary>
internal static class MediaTypes
{
    private const string Unknown = "application/octet-stream";

    // What the framework's table lacks or has otherwise than browsers and authoring tools need it.
    private static readonly FileExtensionContentTypeProvider Table = new()
    {
        Mappings =
        {
            [".aac"] = "audio/aac",
            [".avif"] = "image/avif",
            [".bin"] = Unknown,
            [".data"] = Unknown,
            [".dat"] = Unknown,
            [".f4v"] = "video/mp4",
            [".flac"] = "audio/flac",
            [".glb"] = "model/gltf-binary",
            [".gltf"] = "model/gltf+json",
            [".js"] = "text/javascript",
            [".m4a"] = "audio/mp4",
            [".m4v"] = "video/mp4",
            [".map"] = "application/json",
            [".mem"] = Unknown,
            [".mjs"] = "text/javascript",
            [".mp3"] = "audio/mpeg",
            [".mp4"] = "video/mp4",
            [".mpd"] = "application/dash+xml",
            [".m3u8"] = "application/vnd.apple.mpegurl",
            [".opus"] = "audio/ogg",
            [".srt"] = "application/x-subrip",
            [".ts"] = "video/mp2t",
            [".ttf"] = "font/ttf",
            [".otf"] = "font/otf",
            [".unityweb"] = Unknown,
            [".vtt"] = "text/vtt",
            [".wasm"] = "application/wasm",
            [".wav"] = "audio/wav",
            [".webm"] = "video/webm",
            [".webmanifest"] = "application/manifest+json",
            [".webp"] = "image/webp",
            [".woff"] = "font/woff",
            [".woff2"] = "font/woff2",
            [".xml"] = "text/xml",
            [".xsd"] = "text/xml",
            [".yaml"] = "text/plain",
        },
    };

    /// <summary>The type of a file, with a charset when its first bytes declare one.</summary>
    public static string Of(string path, ReadOnlySpan<byte> head)
    {
        var plain = PackedEnding(path) is { } ending ? path[..^ending.Length] : path;
        if (!Table.TryGetContentType(plain, out var type))
        {
            return Unknown;
        }

        return IsText(type) && DeclaredCharset.Of(type, head) is { } charset ? $"{type}; charset={charset}" : type;
    }

    /// <summary>
    /// The content coding of a file that was packed in advance and is named so, such as <c>build.wasm.br</c> of game engines; null for all
    /// others, and for archives that are meant to be kept, such as <c>notes.tar.gz</c>.
    /// </summary>
    public static string? CodingOf(string path) => PackedEnding(path) switch
    {
        ".gz" => "gzip",
        ".br" => "br",
        _ => null,
    };

    private static string? PackedEnding(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".gz" or ".br"
        && Path.GetExtension(path[..^3]).ToLowerInvariant() is ".js" or ".mjs" or ".wasm" or ".data" or ".json" or ".mem" or ".css" or ".html" or ".svg" or ".symbols"
            ? path[^3..].ToLowerInvariant()
            : null;

    private static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" or "image/svg+xml" or "application/xhtml+xml" or "application/x-subrip";
}
