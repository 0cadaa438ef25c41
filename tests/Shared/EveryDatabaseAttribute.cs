using System.Reflection;
using Lrs.Data;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Lrs.Tests;

/// <summary>Runs a theory once for each database the product supports: <c>[Theory, EveryDatabase]</c> and a parameter <see cref="Dialect"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Dialect>().Select(dialect => new TheoryDataRow<Dialect>(dialect))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
