using System.Management.Automation;
using Personio.Client;

namespace Personio.Parameters;

/// <summary>Takes a session object or the name of a session of this runspace.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SessionTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        SessionInput<PersonioSession>.Read(inputData);
}
