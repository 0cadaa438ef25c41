using System.Net;
using System.Text;
using System.Text.Json;
using Lrs.Data;
using Lrs.Packages.Modules;
using Lrs.Server.Surveys;
using Lrs.Tests.Http.Player;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Surveys;

/// <summary>An imported module with one anonymous survey, and those who take it.</summary>
internal sealed class Survey
{
    public const string Iri = "https://example.org/modules/felt/questionnaires/felt";

    private readonly TestLrs lrs;
    private readonly Guid course;

    private Survey(TestLrs lrs, Guid course) => (this.lrs, this.course) = (lrs, course);

    public static async Task<Survey> In(TestLrs lrs, PackageFormat format = PackageFormat.Cmi5)
    {
        var files = new Dictionary<string, string>
        {
            ["module.yaml"] = "id: https://example.org/modules/felt\nslug: felt\ntitle: Felt\ndescription: D.\nlanguage: en-GB\nversion: 1.0.0\nminutes: 5\naudience: A\npublisher: P\nlicence: L\nscreens: [01-a]\n",
            ["screens/01-a.md"] = "---\ntitle: A\n---\n```questionnaire\nfile: felt\n```\n",
            ["questionnaires/felt.yaml"] = """
                id: felt
                title: Felt
                introduction: I
                anonymous: true
                questions:
                  - {id: seen, type: scale, text: I saw it., labels: [Never, Once, Often], optional: false}
                  - {id: means, type: multiple, text: How?, choices: [{id: a, text: Word}, {id: b, text: Deed}]}
                  - {id: words, type: text, text: In your words?, words: 20}
                """,
        };
        var module = Assert.IsType<ModuleOutcome.Good>(ModuleReader.Read(files.ToDictionary(file => file.Key, file => Encoding.UTF8.GetBytes(file.Value)))).Module;
        using var zip = new MemoryStream();
        ModuleBuilder.Build(module, format, zip);
        var content = new ByteArrayContent(zip.ToArray());
        content.Headers.ContentType = new("application/zip");
        var answer = await lrs.Http.PostAsync("/api/packages?wait=true", content);
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return new Survey(lrs, (await TestLrs.Read(answer)).GetProperty("id").GetGuid());
    }

    /// <summary>Launches a learner; gives the launch and where their page finds the course's files.</summary>
    public async Task<(Launch Launch, Uri Files)> Opened(string name)
    {
        var launch = await Launch.Of(lrs, course, "", Learner(name));
        var (address, _) = await launch.Redirect();
        return (launch, new Uri(address, "."));
    }

    public static string Learner(string name) => $$$"""{"objectType":"Agent","name":"{{{name}}}","account":{"homePage":"https://force.example","name":"{{{name}}}"}}""";

    /// <summary>Where answers go, as the page at these files is told.</summary>
    public async Task<Uri> Door(Uri files)
    {
        var answer = await Nobody.GetAsync(new Uri(files, "surveys/felt/door"));
        Assert.True(answer.StatusCode is HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return new Uri(files, (await TestLrs.Read(answer)).GetProperty("answers").GetString()!);
    }

    public Task<HttpResponseMessage> Answer(Uri door, string answers) => Nobody.PostAsync(door, TestLrs.Json($$$"""{"answers":{{{answers}}}}"""));

    /// <summary>Many answer, each in words of their own: <c>word-0</c> and so on.</summary>
    public async Task Gather(int submissions)
    {
        var door = await Door((await Opened("someone")).Files);
        for (var i = 0; i < submissions; i++)
        {
            Assert.Equal(HttpStatusCode.NoContent, (await Answer(door, $$"""{"seen":"{{1 + (i % 3)}}","words":"word-{{i}}"}""")).StatusCode);
        }
    }

    /// <summary>As if so many months had passed since the last release, and then a release.</summary>
    public async Task MonthsLater(int months)
    {
        await lrs.Services.GetRequiredService<SurveyRelease>().Release(CancellationToken.None);
        await lrs.Services.GetRequiredService<Database>().WriteReference(work => work.Run("UPDATE survey_release SET month = month - @months", ("@months", months)), CancellationToken.None);
        await lrs.Services.GetRequiredService<SurveyRelease>().Release(CancellationToken.None);
    }

    /// <summary>The released answers, in the order of the log.</summary>
    public async Task<List<JsonElement>> Released()
    {
        var released = new List<JsonElement>();
        for (var next = $"/xapi/statements?related_activities=true&ascending=true&activity={Uri.EscapeDataString(Iri)}"; next.Length > 0;)
        {
            var page = await lrs.Get(next);
            released.AddRange(page.GetProperty("statements").EnumerateArray());
            next = page.GetProperty("more").GetString()!;
        }

        return released;
    }

    private HttpClient Nobody => lrs.ClientWith(null, "");
}
