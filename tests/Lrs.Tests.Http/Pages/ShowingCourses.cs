using System.Net;
using Lrs.Data;
using Lrs.Server.Http;
using Lrs.Tests.Http.Courses;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Pages;

public sealed class ShowingCourses
{
    [Theory, EveryDatabase]
    public async Task An_upload_is_reported_and_then_stands_among_the_courses(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();
        Assert.Contains("There are no courses yet.", await visitor.Read("/"));

        var answer = await visitor.Upload("/upload", "/upload", "course.zip", Package.Scorm12.Zip());

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var report = await visitor.Read(answer.Headers.Location!.OriginalString);
        Assert.Contains("“Old course” is imported", report);
        Assert.Contains("2 units", report);
        Assert.Contains("80&#xA0;%", report);
        Assert.Contains(">SCORM 1.2</dd>", report);
        var list = await visitor.Read("/");
        Assert.Contains("Old course</a></h2>", list);
        Assert.Contains("<li>SCORM 1.2</li>", list);
        Assert.Contains("<li>2 units</li>", list);
        Assert.DoesNotContain("govuk-tag", list);
    }

    [Fact]
    public async Task A_package_with_faults_is_refused_with_each_of_them()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();

        var answer = await visitor.Upload("/upload", "/upload", "<b>.zip", Package.Scorm12.Without("index.html").Zip());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("The package was refused.", page);
        Assert.Contains("index.html", page);
        Assert.Contains("&lt;b&gt;.zip", page);
        Assert.Contains("There are no courses yet.", await visitor.Read("/"));
    }

    [Fact]
    public async Task An_upload_without_a_file_or_a_token_is_refused()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite, "Lrs:Packages:MaxUpload=100000");
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();

        var empty = await visitor.Upload("/upload", "/upload", "empty.zip", []);
        var large = await visitor.Upload("/upload", "/upload", "large.zip", new byte[300_000]);
        var bare = await visitor.Post("/upload");

        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        var said = await empty.Content.ReadAsStringAsync();
        Assert.Contains("<a href=\"#file\">Choose a file first", said);
        Assert.Contains("id=\"file-error\"", said);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Contains("The file is longer than", await large.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        Assert.Contains("This form is out of date", await bare.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Names_are_text_and_never_markup()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();
        var course = Package.Of("cmi5.xml", Package.Structure("index.html", "&lt;script&gt;alert(2)&lt;/script&gt;").Replace(">New course<", ">&lt;script&gt;alert(\"1\")&lt;/script&gt;<"));

        var report = (await visitor.Upload("/upload", "/upload", "course.zip", course.Zip())).Headers.Location!.OriginalString;

        foreach (var path in new[] { "/", report, report.Replace("/report", ""), report.Replace("/report", "/delete") })
        {
            var page = await visitor.Read(path);
            Assert.Contains("&lt;script&gt;alert(&quot;1&quot;)", page);
            Assert.DoesNotContain("<script>alert", page);
        }
    }

    [Theory, EveryDatabase]
    public async Task Launch_leads_to_the_content_origin_and_the_state_is_shown_afterwards(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();
        var course = await Import(visitor, Package.Scorm12);

        var forged = await visitor.Post($"{course}/launch");
        var first = await visitor.Send("/", $"{course}/launch");
        var again = await visitor.Send("/", $"{course}/launch");

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Equal(lrs.Content.Authority, first.Headers.Location!.Authority);
        Assert.NotEqual(first.Headers.Location, again.Headers.Location);
        Assert.Contains("<strong class=\"govuk-tag govuk-tag--blue\">In progress</strong>", await visitor.Read("/"));
        Assert.Contains("In progress", await visitor.Read(course));
        Assert.Equal(course, (await visitor.Open($"{course}/launch")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_unit_can_be_chosen_where_there_are_several()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();
        var course = await Import(visitor, Package.Scorm12);
        var units = (await visitor.Read(course)).Split("name=\"unit\" value=\"").Skip(1).Select(part => part.Split('"')[0]).ToList();

        var second = await visitor.Send(course, $"{course}/launch", ("unit", units[1]));
        var none = await visitor.Send(course, $"{course}/launch", ("unit", Guid.NewGuid().ToString()));

        Assert.Equal(2, units.Count);
        Assert.Equal(lrs.Content.Authority, second.Headers.Location!.Authority);
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
        Assert.Contains("The course cannot be launched", await none.Content.ReadAsStringAsync());
    }

    [Theory, EveryDatabase]
    public async Task Deleting_asks_first_and_then_takes_the_course_from_the_list(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();
        var course = await Import(visitor, Package.Cmi5);

        Assert.Contains("<h2>What stays</h2>", await visitor.Read($"{course}/delete"));
        Assert.Contains("New course", await visitor.Read("/"));

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Post($"{course}/delete")).StatusCode);
        var list = await visitor.Read((await visitor.Send($"{course}/delete", $"{course}/delete")).Headers.Location!.OriginalString);
        Assert.Contains("The course is deleted.", list);
        Assert.DoesNotContain("New course", list);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open(course)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Send("/connect", $"{course}/launch")).StatusCode);
    }

    [Fact]
    public async Task A_learner_sees_courses_and_may_neither_upload_nor_delete()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var author = new Visitor(lrs);
        await author.SignIn();
        var course = await Import(author, Package.Scorm12);
        await lrs.AddLogin("learner@example.org", "Lee Learner", "learner", "long enough password");
        using var learner = new Visitor(lrs);
        await learner.SignIn("learner@example.org", "long enough password");

        var list = await learner.Read("/");

        Assert.Contains("Old course", list);
        Assert.Contains("Lee Learner", list);
        Assert.DoesNotContain("/upload", list);
        Assert.DoesNotContain("/delete", await learner.Read(course));
        Assert.Equal(HttpStatusCode.Forbidden, (await learner.Open("/upload")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await learner.Open($"{course}/delete")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await learner.Send("/", $"{course}/delete")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await learner.Upload("/", "/upload", "course.zip", Package.Cmi5.Zip())).StatusCode);
        Assert.Contains("Old course", await author.Read("/"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/connect")]
    [InlineData("/upload")]
    [InlineData("/courses/01890a5d-ac96-774b-bcce-b302099a8057")]
    [InlineData("/courses/01890a5d-ac96-774b-bcce-b302099a8057/delete")]
    public async Task Who_is_not_signed_in_is_asked_to(string path)
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);

        var answer = await visitor.Open(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/sign-in?returnTo={Uri.EscapeDataString(path)}", answer.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task While_the_first_import_runs_the_page_says_so()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();
        lrs.Services.GetRequiredService<Readiness>().Set("The modules are being imported.");

        var page = await visitor.Read("/");

        Assert.Contains("role=\"status\"", page);
        Assert.Contains("The modules are being imported.", page);
    }

    [Fact]
    public async Task The_formats_of_a_module_stand_below_its_cmi5_form()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite, "Lrs:Content:SeedFolder=content");
        await lrs.Ready();
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();

        var page = await visitor.Read("/");

        var modules = Directory.EnumerateDirectories(Repository.Path("content")).Count(folder => File.Exists(Path.Combine(folder, "module.yaml")));
        Assert.Equal(modules, page.Split("<li class=\"course\"").Length - 1);
        Assert.Equal(modules, page.Split("<li>cmi5</li>").Length - 1);
        Assert.Equal(modules, page.Split(">SCORM 1.2<").Length - 1);
        Assert.Equal(4 * modules, page.Split("/launch\"").Length - 1);
    }

    private static async Task<string> Import(Visitor visitor, Package package) =>
        (await visitor.Upload("/upload", "/upload", "course.zip", package.Zip())).Headers.Location!.OriginalString.Replace("/report", "");
}
