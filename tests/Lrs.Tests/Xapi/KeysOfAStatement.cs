using System.Text;
using Lrs.Xapi;
using Xunit;

namespace Lrs.Tests.Xapi;

public sealed class KeysOfAStatement
{
    [Theory]
    [InlineData("{'mbox':'mailto:A@b.example'}", "mbox mailto:A@b.example")]
    [InlineData("{'mbox_sha1sum':'EBD31E95054C018B10727CCFFD2EF2EC3A016EE9'}", "sha1 ebd31e95054c018b10727ccffd2ef2ec3a016ee9")]
    [InlineData("{'openid':'https://ada.example/'}", "openid https://ada.example/")]
    [InlineData("{'account':{'homePage':'https://force.example','name':'PC 1 @ HQ'}}", "account https://force.example PC 1 @ HQ")]
    [InlineData("{'objectType':'Group','mbox':'mailto:g@b.example'}", "mbox mailto:g@b.example")]
    [InlineData("{'objectType':'Group','member':[{'mbox':'mailto:g@b.example'}]}", null)]
    public void An_actor_has_one_key(string actor, string? key)
    {
        var read = Actor.Read(Some.Json(actor), XapiVersion.V2, new Faults())!;
        Assert.Equal(key, read.Key);
        if (key is not null)
        {
            Assert.Equal(key, Actor.FromKey(key)!.Key);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("mbox")]
    [InlineData("mbox a@b.example")]
    [InlineData("sha1 0")]
    [InlineData("account https://force.example")]
    [InlineData("phone 101")]
    public void Text_that_is_no_key_is_no_actor(string key) => Assert.Null(Actor.FromKey(key));

    [Fact]
    public void Agent_means_actor_and_object_and_their_members_each_once()
    {
        var keys = Some.Whole($$$$"""
            {'actor':{'objectType':'Group','mbox':'mailto:team@x.example','member':[{'mbox':'mailto:a@x.example'},{'mbox':'mailto:b@x.example'}]},
             {{{{Some.Verb}}}},'object':{'objectType':'Group','member':[{'mbox':'mailto:b@x.example'},{'mbox':'mailto:c@x.example'}]},
             'context':{'instructor':{'mbox':'mailto:teacher@x.example'}}}
            """).Keys;
        Assert.Equal("mbox mailto:team@x.example", keys.Actor);
        Assert.Equal(["mbox mailto:team@x.example", "mbox mailto:a@x.example", "mbox mailto:b@x.example", "mbox mailto:c@x.example"], keys.Agents);
        Assert.Equal([.. keys.Agents, "mbox mailto:teacher@x.example"], keys.RelatedAgents);
        Assert.Null(keys.Activity);
    }

    [Fact]
    public void Related_means_context_and_substatement_too()
    {
        var keys = Some.Whole($$$$"""
            {{{{{Some.Ada}}}},{{{{Some.Verb}}}},
             'object':{'objectType':'SubStatement','actor':{'mbox':'mailto:sub@x.example'},'verb':{'id':'https://x.example/v'},
               'object':{'objectType':'Agent','mbox':'mailto:subobject@x.example'},
               'context':{'team':{'objectType':'Group','member':[{'mbox':'mailto:subteam@x.example'}]},'contextActivities':{'grouping':[{'id':'https://x.example/sg'}]}}},
             'context':{'registration':'11111111-2222-3333-4444-555555555555',
               'contextAgents':[{'objectType':'contextAgent','agent':{'mbox':'mailto:ca@x.example'}}],
               'contextGroups':[{'objectType':'contextGroup','group':{'objectType':'Group','mbox':'mailto:cg@x.example','member':[{'mbox':'mailto:cgm@x.example'}]}}],
               'contextActivities':{'parent':{'id':'https://x.example/p'},'grouping':[{'id':'https://x.example/g'}],'category':[{'id':'https://x.example/c'}],'other':[{'id':'https://x.example/o'}]}}}
            """).Keys;
        Assert.Equal(["mbox mailto:ada@force.example"], keys.Agents);
        Assert.Equal(
            new[] { "ada@force.example", "sub@x.example", "subobject@x.example", "subteam@x.example", "ca@x.example", "cg@x.example", "cgm@x.example" }.Select(a => "mbox mailto:" + a),
            keys.RelatedAgents);
        Assert.Equal(new[] { "sg", "p", "g", "c", "o" }.Select(a => "https://x.example/" + a), keys.RelatedActivities);
        Assert.Equal(Guid.Parse("11111111-2222-3333-4444-555555555555"), keys.Registration);
        Assert.Equal("http://adlnet.gov/expapi/verbs/answered", keys.Verb);
    }

    [Fact]
    public void A_reference_is_known_and_voids_only_with_the_voiding_verb()
    {
        const string Reference = "'object':{'objectType':'StatementRef','id':'11111111-2222-3333-4444-555555555555'}";
        var refers = Some.Statement(Reference).Keys;
        Assert.Equal(Guid.Parse("11111111-2222-3333-4444-555555555555"), refers.RefersTo);
        Assert.False(refers.Voids);
        Assert.True(Some.Statement($"'verb':{{'id':'{Verb.Voided}'}},{Reference}").Keys.Voids);
    }

    [Fact]
    public void A_group_of_twenty_thousand_is_read_and_keyed_in_a_moment()
    {
        var members = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"{{'mbox':'mailto:officer{i}@x.example'}}"));
        var statement = Some.Whole($"{{'actor':{{'objectType':'Group','member':[{members}]}},{Some.Verb},{Some.Question}}}");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(20_000, statement.Keys.Agents.Count);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), clock.Elapsed.ToString());
    }

    [Fact]
    public void An_actor_writes_what_reads_as_itself()
    {
        var actor = Actor.Read(Some.Json("{'objectType':'Group','name':'Team','account':{'homePage':'https://f.example','name':'1'},'member':[{'name':'Ada','openid':'https://ada.example/'}]}"), XapiVersion.V1, new Faults())!;
        using var stream = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(stream))
        {
            actor.WriteTo(json);
        }

        Assert.Equal(
            "{'objectType':'Group','name':'Team','account':{'homePage':'https://f.example','name':'1'},'member':[{'objectType':'Agent','name':'Ada','openid':'https://ada.example/'}]}",
            Encoding.UTF8.GetString(stream.ToArray()).Replace('"', '\''));
    }
}
