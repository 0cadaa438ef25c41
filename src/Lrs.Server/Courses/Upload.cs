using Lrs.Server.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Lrs.Server.Courses;

/// <summary>Finds the package in a request: the part <c>file</c> of a multipart form, or the body itself.</summary>
internal static class Upload
{
    private const string Field = "file";

    // What a form adds around its file.
    private const int Envelope = 64 * 1024;

    private static readonly string[] Raw = ["application/zip", "application/x-zip-compressed", "application/octet-stream", "text/xml", "application/xml"];

    /// <summary>Lets the request be as long as a package may be.</summary>
    /// <returns>False when it announces more.</returns>
    public static bool Allow(HttpContext context, long limit)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = limit + Envelope;
        }

        return !(context.Request.ContentLength > limit + Envelope);
    }

    /// <summary>The package's bytes as they come; or the answer that says why there are none.</summary>
    /// <exception cref="UploadBrokenException">The form is not one.</exception>
    public static async Task<(Stream? Content, IResult? Refused)> Find(HttpRequest request, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return (null, Unsupported(request));
        }

        if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return await InForm(request, type, cancel) is { } content
                ? (content, null)
                : (null, Problem.Of(400, "upload", $"The form has no file in a field named '{Field}'."));
        }

        return Raw.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase) ? (request.Body, null) : (null, Unsupported(request));
    }

    private static async Task<Stream?> InForm(HttpRequest request, MediaTypeHeaderValue type, CancellationToken cancel)
    {
        // A page without scripts sends its antiforgery token as a field, and then the form has been read already.
        if (request.HttpContext.Features.Get<IFormFeature>()?.Form is { } form)
        {
            return form.Files[Field]?.OpenReadStream();
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary))
        {
            return null;
        }

        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(cancel) is { } section)
            {
                if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) && HeaderUtilities.RemoveQuotes(disposition.Name).Equals(Field, StringComparison.Ordinal))
                {
                    return section.Body;
                }
            }

            return null;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new UploadBrokenException(fault);
        }
    }

    private static IResult Unsupported(HttpRequest request) => Problem.Of(
        415,
        "media-type",
        $"'{request.ContentType}' is not taken here: send a form (multipart/form-data) with the package in the field '{Field}', the zip itself as application/zip, or a bare cmi5.xml as text/xml.");
}
