using System.Net;
using Lrs.Data;
using Lrs.Tests.Http.Courses;
using Xunit;

namespace Lrs.Tests.Http.Pages;

public sealed class DecidingOnPages
{
    [Theory, EveryDatabase]
    public async Task What_an_author_saves_is_said_and_then_holds(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();
        var course = await Import(visitor, Package.Scorm12);
        Assert.Contains("When it says so itself", await visitor.Read(course));

        var saved = await visitor.Send($"{course}/settings", $"{course}/settings", ("restart", "passed"), ("completion", "seconds"), ("completionSeconds", "90"), ("window", "popup"));

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.EndsWith("#settings", saved.Headers.Location!.OriginalString);
        var page = await visitor.Read(saved.Headers.Location!.OriginalString.Split('#')[0]);
        Assert.Contains("The settings are saved.", page);
        Assert.Contains("When they have passed", page);
        Assert.Contains("When it was open for 90 seconds", page);
        Assert.Contains("In a window of its own", page);
        var form = await visitor.Read($"{course}/settings");
        Assert.Contains("value=\"popup\" checked", form);
        Assert.Contains("value=\"90\"", form);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_saved()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();
        var course = await Import(visitor, Package.Scorm12);

        var answer = await visitor.Send($"{course}/settings", $"{course}/settings", ("restart", "always"), ("completion", "seconds"), ("completionSeconds", "soon"), ("window", "frame"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<a href=\"#completionSeconds\">Enter a whole number of seconds from 1 to 86,400.</a>", page);
        Assert.Contains("id=\"completionSeconds-error\"", page);
        Assert.Contains("value=\"soon\"", page);
        Assert.Contains("value=\"always\" checked", page);
        Assert.Contains("<title>Error: ", page);
        Assert.Contains("value=\"never\" checked", await visitor.Read($"{course}/settings"));
    }

    [Fact]
    public async Task A_course_in_cmi5_is_not_asked_when_its_units_are_complete()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();
        var course = await Import(visitor, Package.Cmi5);

        Assert.Contains("By the rule of each unit in the package", await visitor.Read(course));
        Assert.DoesNotContain("name=\"completion\"", await visitor.Read($"{course}/settings"));
    }

    [Fact]
    public async Task Learners_stand_on_pages_of_fifty()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();
        var course = await Import(visitor, Package.Scorm12);
        Assert.Contains("Nobody has opened this course yet.", await visitor.Read($"{course}/registrations"));
        for (var i = 0; i < 51; i++)
        {
            var launched = await lrs.Post($"/api{course}/launch", $$$$"""{"learner":{"name":"Learner {{{{i}}}}.","account":{"homePage":"https://example.org","name":"learner-{{{{i}}}}"}}}""");
            Assert.Equal(HttpStatusCode.OK, launched.StatusCode);
        }

        var first = await visitor.Read($"{course}/registrations");
        var second = await visitor.Read($"{course}/registrations?page=2");

        Assert.Contains("Learner 50.", first);
        Assert.DoesNotContain("Learner 0.", first);
        Assert.Contains($"href=\"{course}/registrations?page=2\" rel=\"next\"", first);
        Assert.DoesNotContain("rel=\"prev\"", first);
        Assert.Contains("Learner 0.", second);
        Assert.DoesNotContain("Learner 50.", second);
        Assert.Contains($"href=\"{course}/registrations?page=1\" rel=\"prev\"", second);
        Assert.DoesNotContain("rel=\"next\"", second);
        Assert.Contains("There are no more.", await visitor.Read($"{course}/registrations?page=3"));
    }

    private static async Task<string> Import(Visitor visitor, Package package) =>
        (await visitor.Upload("/upload", "/upload", "course.zip", package.Zip())).Headers.Location!.OriginalString.Replace("/report", "");
}
