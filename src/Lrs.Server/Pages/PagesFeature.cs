using System.Text.Encodings.Web;
using System.Text.Unicode;
using Lrs.Server.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.WebEncoders;

namespace Lrs.Server.Pages;

/// <summary>The pages of the application: forms and tables, rendered on the server, that work without scripts.</summary>
internal static class PagesFeature
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PageFiles>().AddSingleton<Catalogue>().AddSingleton<OwnStates>();
        builder.Services.AddMvcCore()
            .AddViews()
            .AddRazorViewEngine()
            .ConfigureApplicationPartManager(parts =>
            {
                // The views are in this assembly, whichever program started it.
                parts.ApplicationParts.Clear();
                parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(PagesFeature).Assembly));
            });

        // Names may be in any script; only what has a meaning in HTML is escaped.
        builder.Services.Configure<WebEncoderOptions>(encoders => encoders.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddOptions<AntiforgeryOptions>().Configure<Origins>((antiforgery, origins) =>
        {
            antiforgery.SuppressXFrameOptionsHeader = true;
            antiforgery.Cookie.SecurePolicy = origins.App.StartsWith("https:", StringComparison.Ordinal) ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.None;
        });
        builder.Services.AddSignInLimit();
    }

    /// <summary>What stands around the pages; goes after the origin gate and before authentication.</summary>
    public static void UsePages(this WebApplication app)
    {
        app.UsePageFailures();
        app.UseRateLimiter();
    }
}
