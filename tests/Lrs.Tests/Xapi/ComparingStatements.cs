using Lrs.Xapi;
using Xunit;

namespace Lrs.Tests.Xapi;

public sealed class ComparingStatements
{
    private static bool Same(string a, string b) => SameStatement.Are(Some.Statement(a), Some.Statement(b)) & SameStatement.Are(Some.Statement(b), Some.Statement(a));

    [Theory]
    [InlineData("'id':'11111111-2222-3333-4444-555555555555'", "'version':'1.0.3','stored':'2026-11-24T12:00:00Z','authority':{'mbox':'mailto:x@x.example'}")]
    [InlineData("'verb':{'id':'https://x.example/v','display':{'en':'did'}}", "'verb':{'id':'https://x.example/v'}")]
    [InlineData("'object':{'id':'https://x.example/q'}", "'object':{'objectType':'Activity','id':'https://x.example/q','definition':{'name':{'en':'Q'}}}")]
    [InlineData("'actor':{'mbox':'mailto:a@x.example'}", "'actor':{'objectType':'Agent','mbox':'mailto:a@x.example'}")]
    [InlineData("'actor':{'mbox_sha1sum':'EBD31E95054C018B10727CCFFD2EF2EC3A016EE9'}", "'actor':{'mbox_sha1sum':'ebd31e95054c018b10727ccffd2ef2ec3a016ee9'}")]
    [InlineData("'actor':{'objectType':'Group','member':[{'mbox':'mailto:a@x.example'},{'mbox':'mailto:b@x.example'}]}", "'actor':{'objectType':'Group','member':[{'mbox':'mailto:b@x.example'},{'mbox':'mailto:a@x.example'}]}")]
    [InlineData("'timestamp':'2026-11-24T12:00:00Z'", "'timestamp':'2026-11-24T13:00:00.000+01:00'")]
    [InlineData("'result':{'score':{'raw':1.0}}", "'result':{'score':{'raw':1}}")]
    [InlineData("'result':{'extensions':{'https://x.example/e':{'a':1.50,'b':['\\u0061',null]}}}", "'result':{'extensions':{'https://x.example/e':{'b':['a', null],'a':15e-1}}}")]
    [InlineData("'result':{'duration':'PT1.239S'}", "'result':{'duration':'PT1.23S'}")]
    [InlineData("'context':{'contextActivities':{'parent':{'id':'https://x.example/p'}}}", "'context':{'contextActivities':{'parent':[{'id':'https://x.example/p','definition':{}}]}}")]
    [InlineData("'context':{'language':'en-GB'}", "'context':{'language':'en-gb'}")]
    [InlineData("'attachments':[]", "'attachments':[{'usageType':'https://x.example/u','display':{'en':'x'},'contentType':'a/b','length':0,'sha2':'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'}]")]
    public void Differences_that_do_not_count(string a, string b) => Assert.True(Same(a, b));

    [Theory]
    [InlineData("'verb':{'id':'https://x.example/v'}", "'verb':{'id':'https://x.example/V'}")]
    [InlineData("'object':{'id':'https://x.example/q'}", "'object':{'id':'https://x.example/q/'}")]
    [InlineData("'object':{'objectType':'StatementRef','id':'11111111-2222-3333-4444-555555555555'}", "'object':{'objectType':'StatementRef','id':'21111111-2222-3333-4444-555555555555'}")]
    [InlineData("'actor':{'mbox':'mailto:a@x.example'}", "'actor':{'objectType':'Group','mbox':'mailto:a@x.example'}")]
    [InlineData("'actor':{'mbox':'mailto:a@x.example'}", "'actor':{'mbox':'mailto:a@x.example','name':'Ada'}")]
    [InlineData("'actor':{'objectType':'Group','member':[{'mbox':'mailto:a@x.example'}]}", "'actor':{'objectType':'Group','member':[{'mbox':'mailto:a@x.example'},{'mbox':'mailto:a@x.example'}]}")]
    [InlineData("'timestamp':'2026-11-24T12:00:00Z'", "'timestamp':'2026-11-24T12:00:01Z'")]
    [InlineData("'timestamp':'2026-11-24T12:00:00Z'", "")]
    [InlineData("'result':{'duration':'PT60S'}", "'result':{'duration':'PT1M'}")]
    [InlineData("'result':{'duration':'PT1.24S'}", "'result':{'duration':'PT1.23S'}")]
    [InlineData("'result':{'score':{'raw':1}}", "'result':{'score':{'raw':1.0001}}")]
    [InlineData("'result':{'success':true}", "'result':{}")]
    [InlineData("'result':{'response':'a'}", "'result':{'response':'A'}")]
    [InlineData("'result':{'extensions':{'https://x.example/e':[1,2]}}", "'result':{'extensions':{'https://x.example/e':[2,1]}}")]
    [InlineData("'result':{'extensions':{'https://x.example/e':true}}", "'result':{'extensions':{'https://x.example/e':'true'}}")]
    [InlineData("'context':{'registration':'11111111-2222-3333-4444-555555555555'}", "'context':{'registration':'21111111-2222-3333-4444-555555555555'}")]
    [InlineData("'context':{'contextActivities':{'parent':{'id':'https://x.example/p'}}}", "'context':{'contextActivities':{'grouping':{'id':'https://x.example/p'}}}")]
    [InlineData("'context':{'contextAgents':[{'objectType':'contextAgent','agent':{'mbox':'mailto:a@x.example'}}]}", "'context':{}")]
    public void Differences_that_count(string a, string b) => Assert.False(Same(a, b));

    [Theory]
    [InlineData("")]
    [InlineData("'timestamp':'2026-11-24T10:00:00+03:00'")]
    [InlineData("'id':'11111111-2222-3333-4444-555555555555','context':{'contextActivities':{'parent':{'id':'https://x.example/p'}}}")]
    public void What_is_sent_again_is_the_same_as_what_is_stored(string properties)
    {
        var sent = Some.Statement(properties);
        Assert.True(SameStatement.Are(sent, StatementReader.ReadStored(Some.Json(sent.Finished()))));
        Assert.False(SameStatement.Are(Some.Statement("'timestamp':'2020-01-01T00:00:00Z'"), StatementReader.ReadStored(Some.Json(sent.Finished()))));
    }

    [Theory]
    [InlineData("'result':{'success':true}", "'result':{'success':false}")]
    [InlineData("'timestamp':'2026-11-24T12:00:00Z'", "'timestamp':'2026-11-25T12:00:00Z'")]
    [InlineData("'context':{'platform':'a'}", "'context':{'platform':'b'}")]
    public void A_substatement_counts_as_a_statement_does(string a, string b)
    {
        static Statement With(string inner) => Some.Whole($"{{{Some.Ada},{Some.Verb},'object':{{'objectType':'SubStatement',{Some.Ada},{Some.Verb},{Some.Question},{inner}}}}}");
        Assert.True(SameStatement.Are(With(a), With(a)));
        Assert.False(SameStatement.Are(With(a), With(b)));
    }
}
