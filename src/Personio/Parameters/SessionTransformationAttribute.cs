using System.Management.Automation;
using Personio.Client;

namespace Personio.Parameters;

/// <summary>Takes a session object or the name of a session of this runspace.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SessionTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? input = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return input switch
        {
            PersonioSession => input,
            null => throw new ArgumentTransformationMetadataException(
                "The session is null, so it is not clear which company is meant. Specify the object that "
                + "Connect-Personio -PassThru returns, or a name; leave -Session out for the current session."),
            string name => CurrentSession.Here.Find(name)
                ?? throw new ArgumentTransformationMetadataException(CurrentSession.Here.Unknown(name)),
            _ when IsCopy(inputData) => throw new ArgumentTransformationMetadataException(
                "This session came from another process, where its connection stayed. Connect in this one, for example "
                + "with PERSONIO_CLIENT_ID and PERSONIO_CLIENT_SECRET in the environment. Or stay in one process: "
                + "ForEach-Object -Parallel and Start-ThreadJob take the session itself, as -Session $using:session."),
            _ => throw new ArgumentTransformationMetadataException(
                $"A {input.GetType().Name} is no session. Give the object that Connect-Personio -PassThru returns, "
                + "or a name."),
        };
    }

    private static bool IsCopy(object? input) =>
        input is PSObject copy && copy.TypeNames.Contains("Deserialized." + typeof(PersonioSession).FullName);
}
