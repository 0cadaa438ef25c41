using System.Text;
using Lrs.Server.Settings;
using Lrs.Xapi;
using Microsoft.AspNetCore.Http.Extensions;

namespace Lrs.Server.Http;

/// <summary>
/// The alternate request syntax of xAPI 1.0.x (Communication 1.3), for clients that can neither set headers nor choose a method: a POST that names
/// the method in its address and brings headers, parameters and body as a form. It is turned into the request that is meant before
/// anything else looks at it. IEEE 9274.1.1 does not have it, so under 2.0 the parameter <c>method</c> is an unknown one.
/// </summary>
internal static class AlternateSyntax
{
    private const string Content = "content";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Put, HttpMethods.Post, HttpMethods.Delete];

    // The form's parameters that stand for headers (Communication 1.3); Content-Length is what the content has.
    private static readonly string[] Headers = ["Authorization", XapiRoot.VersionHeader, "Content-Type", "If-Match", "If-None-Match", "Accept-Language"];

    /// <summary>Adds it; goes before routing, because the method is not known before.</summary>
    public static void UseAlternateSyntax(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (IsMeant(context.Request) && await Rewrite(context) is { } faults)
        {
            context.Response.Headers[XapiRoot.VersionHeader] = "1.0.3";
            await Problem.BadRequest(faults).ExecuteAsync(context);
            return;
        }

        await next();
    });

    // A request that says it is 2.0 goes on as it is, and is refused where the parameter is read.
    private static bool IsMeant(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && request.Path.StartsWithSegments("/xapi")
        && request.QueryString.Value?.Contains("method=", StringComparison.Ordinal) is true
        && Parameters.All(request).Any(parameter => parameter.Key == "method")
        && XapiVersions.Parse(request.Headers[XapiRoot.VersionHeader]) is not XapiVersion.V2;

    private static async Task<Faults?> Rewrite(HttpContext context)
    {
        var request = context.Request;
        var faults = new Faults();
        var asked = Parameters.All(request).ToList();
        var method = asked.First(parameter => parameter.Key == "method").Value.ToUpperInvariant();
        if (asked.Count > 1)
        {
            faults.Add(Rule.AlternateExtra, "With 'method' in the address no other parameter stands there; they all go into the form.");
        }

        if (!Methods.Contains(method))
        {
            faults.Add(Rule.AlternateMethod, $"'method' is one of {string.Join(", ", Methods)}.");
        }

        // Browsers that need this syntax cannot name the type either.
        var type = (request.ContentType ?? "").Split(';')[0].Trim();
        if (type is not "" && !type.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) && !type.Equals("text/plain", StringComparison.OrdinalIgnoreCase))
        {
            faults.Add(Rule.AlternateForm, $"A request with 'method' brings a form (application/x-www-form-urlencoded); this one says '{(type.Length > 100 ? type[..100] : type)}'.");
        }

        if (faults.Count == 0)
        {
            var settings = context.RequestServices.GetRequiredService<StatementSettings>();
            var form = Parameters.All("?" + Encoding.UTF8.GetString((await Body.ReadAll(request, settings.MaxBody, context.RequestAborted)).Span)).ToList();
            Apply(request, method, form, faults);
        }

        return faults.Count == 0 ? null : faults;
    }

    private static void Apply(HttpRequest request, string method, List<KeyValuePair<string, string>> form, Faults faults)
    {
        foreach (var twice in form.GroupBy(field => field.Key).Where(group => group.Count() > 1))
        {
            faults.Add(Rule.QueryTwice, $"The form has '{(twice.Key.Length > 100 ? twice.Key[..100] : twice.Key)}' twice.");
        }

        var content = form.Where(field => field.Key == Content).Select(field => field.Value).FirstOrDefault();
        var brings = HttpMethods.IsPut(method) || HttpMethods.IsPost(method);
        if (brings && content is null)
        {
            faults.Add(Rule.AlternateContent, $"{method} needs a body: the form parameter '{Content}'.");
        }
        else if (!brings && content is not null)
        {
            faults.Add(Rule.AlternateExtra, $"{method} has no body, so the form has no '{Content}'.");
        }

        var query = new QueryBuilder();
        request.ContentType = "application/json";
        foreach (var (name, value) in form.Where(field => field.Key is not (Content or "")))
        {
            if (Headers.FirstOrDefault(header => header.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } header)
            {
                if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                {
                    query.Add(name, value);
                }
            }
            else if (value.Any(char.IsControl))
            {
                faults.Add(Rule.AlternateExtra, $"'{header}' holds a control character.");
            }
            else
            {
                request.Headers[header] = value;
            }
        }

        if (XapiVersions.Parse(request.Headers[XapiRoot.VersionHeader]) is XapiVersion.V2)
        {
            faults.Add(Rule.AlternateForm, "xAPI 2.0 has no alternate request syntax: send the method itself.");
        }

        var body = Encoding.UTF8.GetBytes(content ?? "");
        request.Method = method;
        request.QueryString = query.ToQueryString();
        request.Body = new MemoryStream(body);
        request.ContentLength = body.Length;
        request.Headers.Remove("Transfer-Encoding");
    }
}
