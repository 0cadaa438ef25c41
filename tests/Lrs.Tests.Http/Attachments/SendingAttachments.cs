using System.Net;
using System.Security.Cryptography;
using System.Text;
using Lrs.Data;
using Lrs.Data.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Attachments;

public sealed class SendingAttachments
{
    // Line ends, boundaries' beginnings and zeros are where a parser that guesses goes wrong.
    private static readonly byte[] Awkward = [.. "\r\n--\r\n\r\n--------314159\r\n\0"u8, .. Enumerable.Range(0, 256).Select(n => (byte)n), .. "\r\n"u8];
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("how it was done");

    [Theory, EveryDatabase]
    public async Task Data_comes_back_byte_for_byte_with_its_type_and_hash(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var id = Guid.NewGuid();
        var large = RandomNumberGenerator.GetBytes(700_000);
        var contents = new[] { Awkward, [], large };

        var sent = await lrs.Send([Part.Json(Some.Statement(more: Multipart.Attached(contents), id: id.ToString())), .. contents.Select(bytes => Part.Data(bytes))]);

        Assert.True(sent.StatusCode is HttpStatusCode.OK, await sent.Content.ReadAsStringAsync());
        var parts = await Multipart.Read(await lrs.Http.GetAsync($"/xapi/statements?statementId={id}&attachments=true"));
        Assert.Equal("application/json", parts[0].Headers["Content-Type"]);
        Assert.Contains(id.ToString(), Encoding.UTF8.GetString(parts[0].Body), StringComparison.Ordinal);
        Assert.Equal(contents, parts.Skip(1).Select(part => part.Body));
        Assert.All(parts.Skip(1), part => Assert.Equal((Multipart.Sha256(part.Body), "binary", "application/octet-stream"), (part.Headers["X-Experience-API-Hash"], part.Headers["Content-Transfer-Encoding"], part.Headers["Content-Type"])));
    }

    [Theory, EveryDatabase]
    public async Task A_put_takes_them_too(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var path = $"/xapi/statements?statementId={Guid.NewGuid()}";

        var sent = await lrs.Http.PutAsync(path, Multipart.Content(Part.Json(Some.Statement(more: Multipart.Attached(Text))), Part.Data(Text)));

        Assert.Equal(HttpStatusCode.NoContent, sent.StatusCode);
        Assert.Equal(Text, (await Multipart.Read(await lrs.Http.GetAsync($"{path}&attachments=true")))[1].Body);
    }

    [Theory, EveryDatabase]
    public async Task A_page_gives_each_content_once_and_only_what_came_with_its_statements(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Send(Part.Json($"[{Some.Statement(more: Multipart.Attached(Text, Awkward))},{Some.Statement(verb: Some.Passed, more: Multipart.Attached(Text))}]"), Part.Data(Text), Part.Data(Awkward), Part.Data(Text));
        await lrs.Store(Some.Statement(verb: "http://example.org/elsewhere", more: $"\"attachments\":[{Multipart.Described(Text, fileUrl: "https://example.org/file")}],"));

        var all = await Multipart.Read(await lrs.Http.GetAsync("/xapi/statements?attachments=true"));
        var passed = await Multipart.Read(await lrs.Http.GetAsync($"/xapi/statements?attachments=true&verb={Some.Passed}"));
        var elsewhere = await Multipart.Read(await lrs.Http.GetAsync("/xapi/statements?attachments=true&verb=http://example.org/elsewhere"));
        var without = await lrs.Http.GetAsync("/xapi/statements?attachments=false");

        Assert.Equal([Text, Awkward], all.Skip(1).Select(part => part.Body).OrderBy(body => body.Length));
        Assert.Equal([Text], passed.Skip(1).Select(part => part.Body));
        Assert.Single(elsewhere);
        Assert.Equal("application/json", without.Content.Headers.ContentType!.ToString());
    }

    [Theory, EveryDatabase]
    public async Task Every_hash_of_the_family_is_known_in_either_case(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        // The hash of "abc" in FIPS 180.
        const string sha224 = "23097D223405D8228642A477BDA255B32AADBCE4BDA0B3F7E36C9DA7";
        var abc = "abc"u8.ToArray();
        foreach (var hash in new[] { sha224, Convert.ToHexString(SHA384.HashData(abc)), Convert.ToHexStringLower(SHA512.HashData(abc)) })
        {
            var sent = await lrs.Send(Part.Json(Some.Statement(more: $"\"attachments\":[{Multipart.Described(abc, hash)}],")), Part.Data(abc, hash: hash.ToLowerInvariant()));
            var wrong = await lrs.Send(Part.Json(Some.Statement(more: $"\"attachments\":[{Multipart.Described(abc, hash)}],")), Part.Data("abd"u8.ToArray(), hash: hash));

            Assert.True(sent.StatusCode is HttpStatusCode.OK, await sent.Content.ReadAsStringAsync());
            Assert.Equal(["multipart.hash.wrong"], await Multipart.Faults(wrong));
        }

        Assert.Equal(4, (await Multipart.Read(await lrs.Http.GetAsync("/xapi/statements?attachments=true"))).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_part_that_is_wrong_is_named_and_nothing_is_stored(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var statement = Part.Json(Some.Statement(more: Multipart.Attached(Text)));

        Assert.Equal(["multipart.missing"], await Multipart.Faults(await lrs.Send(statement)));
        Assert.Equal(["multipart.missing"], await Multipart.Faults(await lrs.Post("/xapi/statements", Some.Statement(more: Multipart.Attached(Text)))));
        Assert.Equal(["multipart.excess"], await Multipart.Faults(await lrs.Send(statement, Part.Data(Text), Part.Data(Awkward))));
        Assert.Equal(["multipart.hash.wrong"], await Multipart.Faults(await lrs.Send(statement, Part.Data(Awkward, hash: Multipart.Sha256(Text)))));
        Assert.Equal(["multipart.encoding"], await Multipart.Faults(await lrs.Send(statement, Part.Data(Text, encoding: "base64"))));
        Assert.Equal(["multipart.encoding"], await Multipart.Faults(await lrs.Send(statement, Part.Data(Text, encoding: null))));
        Assert.Equal(["multipart.hash.missing", "multipart.encoding"], await Multipart.Faults(await lrs.Send(statement, Part.Json("{}"))));
        Assert.Equal(["multipart.first"], await Multipart.Faults(await lrs.Send(Part.Json(Some.Statement(), "text/plain"))));
        Assert.Equal(["statement.verb.missing"], await Multipart.Faults(await lrs.Send(Part.Json($$"""{"actor":{{Some.Agent("a@example.org")}},"object":{"id":"http://example.org/a"} }"""), Part.Data(Text))));
        Assert.Empty(await lrs.Find(""));
    }

    [Theory, EveryDatabase]
    public async Task A_body_that_is_not_what_its_type_says_is_refused_with_the_form_it_should_have(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        Task<HttpResponseMessage> Post(string body, string type) => lrs.Http.PostAsync("/xapi/statements", Multipart.Raw(Encoding.UTF8.GetBytes(body), type));
        var whole = $"--b\r\nContent-Type: application/json\r\n\r\n{Some.Statement()}\r\n--b--\r\n";

        Assert.Equal(HttpStatusCode.OK, (await Post(whole, "multipart/mixed; boundary=b")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Post(whole, "Multipart/Mixed; charset=utf-8; boundary=\"b\"")).StatusCode);
        Assert.Equal(["multipart.form"], await Multipart.Faults(await Post(whole, "multipart/mixed")));
        Assert.Equal(["multipart.form"], await Multipart.Faults(await Post(whole, $"multipart/mixed; boundary={new string('b', 71)}")));
        Assert.Equal(["multipart.form"], await Multipart.Faults(await Post(whole, "multipart/mixed; boundary=c")));
        Assert.Equal(["multipart.form"], await Multipart.Faults(await Post(whole[..^10], "multipart/mixed; boundary=b")));
        Assert.Equal(["multipart.form"], await Multipart.Faults(await Post("", "multipart/mixed; boundary=b")));
        Assert.Equal(["content.type"], await Multipart.Faults(await Post(whole, "multipart/form-data; boundary=b")));
        Assert.Equal(["content.type"], await Multipart.Faults(await Post(Some.Statement(), "application/octet-stream")));
    }

    [Theory, EveryDatabase]
    public async Task A_fault_names_the_statement_and_the_attachment(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var inSub = $$"""
            { "actor": {{Some.Agent("ada@example.org")}}, "verb": { "id": "{{Some.Passed}}" }, "object": { "objectType": "SubStatement", "attachments": [{{Multipart.Described(Awkward)}}],
              "actor": {{Some.Agent("ada@example.org")}}, "verb": { "id": "{{Some.Passed}}" }, "object": { "id": "http://example.org/a" } } }
            """;

        var answer = await lrs.Send(Part.Json($"[{Some.Statement()},{Some.Statement(more: $"\"attachments\":[{Multipart.Described(Awkward, fileUrl: "http://example.org/f")},{Multipart.Described(Text)}],")},{inSub}]"));

        var paths = (await TestLrs.Read(answer)).GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("path").GetString());
        Assert.Equal(["$[1].attachments[1]", "$[2].object.attachments[0]"], paths);
    }

    [Theory, EveryDatabase]
    public async Task Sizes_have_limits_that_are_said(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Statements:MaxAttachment=2000", "Lrs:Statements:MaxMultipart=9000", "Lrs:Statements:MaxBody=4000");
        async Task<(HttpStatusCode, string)> Send(params byte[][] contents)
        {
            var answer = await lrs.Send([Part.Json(Some.Statement(more: Multipart.Attached(contents))), .. contents.Select(bytes => Part.Data(bytes))]);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        Assert.Equal(HttpStatusCode.OK, (await Send(new byte[2000])).Item1);
        var (one, why) = await Send(new byte[2001]);
        var (all, _) = await Send([.. Enumerable.Range(0, 5).Select(n => Enumerable.Repeat((byte)n, 1999).ToArray())]);
        var first = await lrs.Send(Part.Json(Some.Statement() + new string(' ', 4000)));

        Assert.Equal([HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.RequestEntityTooLarge], [one, all, first.StatusCode]);
        Assert.Contains("attachment is longer than 2,000 bytes", why, StringComparison.Ordinal);
        Assert.Single(await lrs.Find(""));
    }

    [Theory, EveryDatabase]
    public async Task A_content_is_kept_once_however_often_it_comes(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        for (var n = 0; n < 3; n++)
        {
            await lrs.Send(Part.Json(Some.Statement(more: Multipart.Attached(Text))), Part.Data(Text));
        }

        var blobs = new List<BlobEntry>();
        await foreach (var blob in lrs.Services.GetRequiredService<IBlobStore>().List("attachments", default))
        {
            blobs.Add(blob);
        }

        Assert.Equal([Text.Length], blobs.Select(blob => (int)blob.Length));
        Assert.Equal(3, (await lrs.Find("")).Count);
        Assert.Equal(2, (await Multipart.Read(await lrs.Http.GetAsync("/xapi/statements?attachments=true"))).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_type_with_line_breaks_adds_no_header_to_the_answer(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Send(Part.Json(Some.Statement(more: $"\"attachments\":[{Multipart.Described(Text, type: """text/plain; a=\rX-Evil: 1""")}],")), Part.Data(Text));

        var parts = await Multipart.Read(await lrs.Http.GetAsync("/xapi/statements?attachments=true"));

        Assert.Equal("application/octet-stream", parts[1].Headers["Content-Type"]);
    }
}
