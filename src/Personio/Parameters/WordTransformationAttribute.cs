using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>
/// Takes words as Personio writes them, such as HALF-YEARLY and ONE_TIME, for names such as HalfYearly and OneTime. An empty
/// cell of a CSV file is a value that is not set.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? input = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (input is not string text)
        {
            return inputData;
        }

        string word = new([.. text.Where(c => c is not ('-' or '_' or ' '))]);
        return word.Length == 0 ? null : word;
    }
}
