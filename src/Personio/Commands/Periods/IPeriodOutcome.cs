using Personio.Models;

namespace Personio;

/// <summary>Receives the outcome of each period, in input order.</summary>
internal interface IPeriodOutcome<in T>
    where T : ApiObject, IPersonRow<T>
{
    /// <summary>Runs the work on one input. An exception becomes the error of that input.</summary>
    void Run(PeriodInput input, Action work);

    /// <summary>The period is skipped, because an equal one exists.</summary>
    /// <param name="input">The input.</param>
    /// <param name="known">What is known of the equal period.</param>
    void OnExists(PeriodInput input, KnownPeriod known);

    /// <summary>The period would be created without <c>-WhatIf</c>.</summary>
    /// <param name="input">The input.</param>
    /// <param name="text">The period in words, with the name of the person and any findings.</param>
    /// <param name="note">Further findings, as a sentence; empty if none.</param>
    void OnPlanned(PeriodInput input, string text, string note);

    /// <summary>The user declined to create the period.</summary>
    void OnDeclined(PeriodInput input);

    /// <summary>The request was sent, but its outcome is unknown; the error follows.</summary>
    void OnUnknown(PeriodInput input);

    /// <summary>The period was created.</summary>
    /// <param name="input">The input.</param>
    /// <param name="created">Personio's response, often only the id.</param>
    void OnCreated(PeriodInput input, T created);
}
