using Lrs.Xapi;
using Xunit;

namespace Lrs.Tests.Xapi;

public sealed class ContentsOfAStatement
{
    private static readonly Statement Whole = Some.Whole(
        """
        {'actor':{'objectType':'Group','mbox':'mailto:group@x.example','member':[{'mbox':'mailto:member@x.example'}]},'verb':{'id':'http://x.example/v'},
         'authority':{'mbox':'mailto:authority@x.example'},
         'object':{'objectType':'SubStatement','actor':{'mbox':'mailto:sub@x.example'},'verb':{'id':'http://x.example/v'},'object':{'objectType':'Agent','mbox':'mailto:object@x.example'},
                   'context':{'contextActivities':{'category':{'id':'http://x.example/inner'}}}},
         'context':{'instructor':{'mbox':'mailto:instructor@x.example'},'team':{'objectType':'Group','mbox':'mailto:team@x.example'},
                    'contextAgents':[{'objectType':'contextAgent','agent':{'mbox':'mailto:context@x.example'}}],
                    'contextActivities':{'parent':[{'id':'http://x.example/one'},{'id':'http://x.example/two'}],'other':{'id':'http://x.example/three'}}}}
        """);

    [Fact]
    public void Every_agent_is_among_its_actors_wherever_it_stands() => Assert.Equal(
        ["group", "member", "sub", "object", "instructor", "team", "context", "authority"],
        Whole.Actors().Select(actor => actor.Mbox!.Text["mailto:".Length..].Split('@')[0]));

    [Fact]
    public void Every_activity_is_among_its_activities_wherever_it_stands() => Assert.Equal(
        ["inner", "one", "two", "three"], Whole.Activities().Select(activity => activity.Id.Text["http://x.example/".Length..]));
}
