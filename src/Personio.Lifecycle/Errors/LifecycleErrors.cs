namespace Personio.Lifecycle;

/// <summary>The IDs of the errors that end a comparison or a run.</summary>
public static class LifecycleErrors
{
    /// <summary>One side was not read completely, or cannot be complete.</summary>
    public const string SourceIncomplete = "SourceIncomplete";

    /// <summary>A column of a row contains something that cannot be interpreted.</summary>
    public const string InvalidRow = "InvalidRow";

    /// <summary>An option contradicts another one, or is out of range.</summary>
    public const string InvalidOption = "InvalidOption";

    /// <summary>The mapping names a property or an attribute that does not exist.</summary>
    public const string MappingInvalid = "MappingInvalid";

    /// <summary>The plan has more rows of an action than the limit allows.</summary>
    public const string PlanTooLarge = "PlanTooLarge";

    /// <summary>The plan is too old, or was made for another day.</summary>
    public const string PlanStale = "PlanStale";

    /// <summary>A row is not as the comparison wrote it.</summary>
    public const string PlanRowChanged = "PlanRowChanged";

    /// <summary>Two rows apply the same action to one account.</summary>
    public const string PlanRowDoubled = "PlanRowDoubled";

    /// <summary>The rows come from more than one plan, or from a plan for another directory.</summary>
    public const string PlanMixed = "PlanMixed";

    /// <summary>Approval is required and a row lacks it.</summary>
    public const string PlanNotApproved = "PlanNotApproved";

    /// <summary>Too many writes failed in a row.</summary>
    public const string TooManyFailures = "TooManyFailures";

    /// <summary>A write could not be logged, for example because the disk is full.</summary>
    public const string LogNotWritten = "LogNotWritten";

    /// <summary>Another run uses the same log.</summary>
    public const string RunInProgress = "RunInProgress";
}
