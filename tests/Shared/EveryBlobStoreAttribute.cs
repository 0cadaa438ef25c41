using System.Reflection;
using Lrs.Data.Blobs;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Lrs.Tests;

/// <summary>Runs a theory once for each place where blobs can lie: <c>[Theory, EveryBlobStore]</c> and a parameter <see cref="BlobProvider"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryBlobStoreAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<BlobProvider>().Select(provider => new TheoryDataRow<BlobProvider>(provider))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
